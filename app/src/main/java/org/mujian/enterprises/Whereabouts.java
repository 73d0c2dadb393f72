package org.mujian.enterprises;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.zone.Division;
import org.mujian.zone.Divisions;
import org.springframework.stereotype.Component;

/** The division in which an enterprise lies. */
@Component
record Whereabouts(Divisions divisions) {

  /**
   * The code given; else where city and address lie; else, when they say no more than the province,
   * where the credit code was given out (its characters 3 to 8).
   */
  Optional<String> find(
      @Nullable String given,
      @Nullable String province,
      @Nullable String city,
      @Nullable String address,
      @Nullable String creditCode) {
    Optional<Division> named =
        given == null ? Optional.empty() : divisions.find(Folding.fold(given));
    Optional<Division> located = named.or(() -> divisions.locate(province, city, address));
    Optional<Division> issuer =
        creditCode == null ? Optional.empty() : divisions.find(creditCode.substring(2, 8));
    boolean onlyProvince =
        located.map(Division::prefix).filter(prefix -> prefix.length() == 2).isPresent();
    boolean issuerLiesThere =
        located.isEmpty()
            || issuer.filter(i -> i.code().startsWith(located.get().prefix())).isPresent();
    return (located.isEmpty() || onlyProvince) && issuerLiesThere
        ? issuer.map(Division::code)
        : located.map(Division::code);
  }
}
