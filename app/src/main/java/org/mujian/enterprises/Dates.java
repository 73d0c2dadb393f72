package org.mujian.enterprises;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and offices write them: 2004-01-05, 2004/1/5, 2004.1.5, 2004年1月5日, 20040105, with
 * or without a time of day behind. Never a guess: two digits of year or a missing day are no date.
 */
public final class Dates {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))"
              + "(?:t?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?");

  private Dates() {}

  public static Optional<LocalDate> read(String text) {
    Matcher form = FORM.matcher(Folding.fold(text));
    if (!form.matches()) {
      return Optional.empty();
    }
    int group = form.group(2) != null ? 2 : form.group(4) != null ? 4 : 6;
    int year = Integer.parseInt(form.group(1));
    if (year < 1800 || year > 2199) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year, Integer.parseInt(form.group(group)), Integer.parseInt(form.group(group + 1))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
