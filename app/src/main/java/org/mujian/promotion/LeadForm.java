package org.mujian.promotion;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.promotion.lead.LeadDraft;
import org.mujian.promotion.lead.LeadRefused;

/** What was typed into a form of a lead: kept as typed until it is right. */
public record LeadForm(Map<String, String> typed) {

  public LeadForm {
    typed = Map.copyOf(typed);
  }

  public String get(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The link chosen, as「chain/link」: one field of the form, or two of an address. */
  public String place() {
    return typed.containsKey("place")
        ? get("place")
        : get("link").isEmpty() ? get("chain") : get("chain") + "/" + get("link");
  }

  LeadDraft draft() {
    String[] place = place().split("/", 2);
    return new LeadDraft(
        get("name"),
        get("creditCode"),
        id("enterpriseId"),
        place[0],
        place.length == 2 ? place[1] : null,
        get("source"),
        get("note"),
        date("receivedOn"));
  }

  @Nullable LocalDate date(String field) {
    String text = get(field).strip().replace('/', '-').replace('.', '-');
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new LeadRefused("日期“" + get(field) + "”看不懂，应如 2026-03-02");
    }
  }

  private @Nullable Long id(String field) {
    String text = get(field).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,18}")) {
      throw new LeadRefused("企业编号“" + text + "”应是数字");
    }
    return Long.valueOf(text);
  }
}
