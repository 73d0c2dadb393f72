package org.mujian.enterprises;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.RowEdits;
import org.springframework.stereotype.Component;

/** Takes back a list of enterprises that went out as a file and was changed in Excel. */
@Component
class EnterpriseEdits implements RowEdits {

  private final Enterprises enterprises;
  private final SearchIndex index;
  private final Industries industries;

  EnterpriseEdits(Enterprises enterprises, SearchIndex index, Industries industries) {
    this.enterprises = enterprises;
    this.index = index;
    this.industries = industries;
  }

  @Override
  public Map<Long, Current> current(long zone, Collection<Long> ids) {
    Map<Long, Current> rows = new HashMap<>();
    for (Enterprise e : enterprises.list(zone, ids)) {
      rows.put(e.id(), new Current(e.version(), values(e)));
    }
    return rows;
  }

  /** In the order of the import's columns. */
  private static List<@Nullable String> values(Enterprise e) {
    @Nullable String[] values = new String[EnterpriseImport.COLUMNS.size()];
    Map<String, @Nullable String> cells = new HashMap<>();
    cells.put("name", e.name());
    cells.put("credit-code", e.creditCode());
    cells.put("registered-on", e.registeredOn() == null ? null : e.registeredOn().toString());
    cells.put("type", e.type());
    cells.put("capital", e.capitalText());
    cells.put("scope", e.scope());
    cells.put("province", e.province());
    cells.put("city", e.city());
    cells.put("address", e.address());
    cells.put("industry", e.industryCode());
    cells.put("division", e.division());
    cells.put("status", e.status());
    cells.put(
        "former-names", e.formerNames().isEmpty() ? null : String.join("\n", e.formerNames()));
    cells.forEach((key, value) -> values[EnterpriseImport.indexOf(key)] = value);
    return Arrays.asList(values);
  }

  @Override
  public int apply(long zone, List<Edit> edits) {
    List<Long> written = new ArrayList<>();
    for (Edit edit : edits) {
      Optional<Enterprise> now = enterprises.find(List.of(zone), edit.id());
      if (now.isPresent()
          && enterprises.rewrite(
              zone, edit.id(), edit.version(), draft(now.get(), edit.values()))) {
        written.add(edit.id());
      }
    }
    index.refresh(zone, written);
    return written.size();
  }

  private Draft draft(Enterprise now, Map<String, @Nullable String> edits) {
    String name = edits.get("name");
    String date =
        edited(
            edits,
            "registered-on",
            now.registeredOn() == null ? null : now.registeredOn().toString());
    String industry = edited(edits, "industry", now.industryCode());
    String wan = edits.get("capital-wan");
    boolean moved =
        edits.keySet().stream().anyMatch(List.of("province", "city", "address")::contains);
    return new Draft(
        edited(edits, "credit-code", now.creditCode()),
        name == null ? now.name() : name,
        edits.containsKey("former-names")
            ? EnterpriseImport.formerNames(edits.get("former-names"))
            : now.formerNames(),
        edited(edits, "type", now.type()),
        industry == null ? null : industries.findCode(industry).orElse(now.industryCode()),
        edited(edits, "division", moved ? null : now.division()),
        edited(edits, "province", now.province()),
        edited(edits, "city", now.city()),
        wan != null ? wan + "万元" : edited(edits, "capital", now.capitalText()),
        date == null ? null : Dates.read(date).orElse(now.registeredOn()),
        edited(edits, "address", now.address()),
        edited(edits, "scope", now.scope()),
        edited(edits, "status", now.status()),
        "import",
        now.sample());
  }

  private static @Nullable String edited(
      Map<String, @Nullable String> edits, String key, @Nullable String otherwise) {
    return edits.containsKey(key) ? edits.get(key) : otherwise;
  }
}
