package org.mujian.enterprises;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The classification of industries GB/T 4754-2017. Read once: it changes by migration only. */
@Component
public class Industries {

  public static final int VERSION = 2017;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private volatile @Nullable Map<String, String> names;

  Industries(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    // A connection of its own: the caller's may be in the middle of a COPY.
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @param code with its section's letter, for example C, C26 or C2651
   */
  public record Industry(String code, String name) {}

  public Optional<String> findName(String code) {
    return Optional.ofNullable(names().get(code));
  }

  /** The full code of what people write: {@code C2651}, {@code 2651}, or a name. */
  public Optional<String> findCode(String text) {
    String folded = Folding.fold(text).toUpperCase(Locale.ROOT);
    if (names().containsKey(folded)) {
      return Optional.of(folded);
    }
    boolean digits = folded.matches("\\d{2,4}");
    return names().entrySet().stream()
        .filter(
            e ->
                digits
                    ? e.getKey().substring(1).equals(folded)
                    : Folding.fold(e.getValue()).equalsIgnoreCase(folded))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The twenty sections. */
  public List<Industry> listSections() {
    return names().entrySet().stream()
        .filter(e -> e.getKey().length() == 1)
        .map(e -> new Industry(e.getKey(), e.getValue()))
        .toList();
  }

  private Map<String, String> names() {
    Map<String, String> known = names;
    if (known == null) {
      Map<String, String> read = new TreeMap<>();
      transaction.executeWithoutResult(
          s ->
              jdbc.sql("SELECT code, name FROM industry WHERE version = ?")
                  .param(VERSION)
                  .query(
                      row -> {
                        read.put(row.getString(1), row.getString(2));
                      }));
      names = known = read;
    }
    return known;
  }
}
