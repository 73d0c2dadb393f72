package org.mujian.chain;

import java.util.ArrayList;
import java.util.List;
import org.mujian.chain.Verbs.Run;

/**
 * A business scope read without regard to any chain: its items, and under which role each stands by
 * the verbs around it. What is excluded and the words of the law are blanked. All that tagging
 * needs to know of a scope stands in its items, so that equal items of a whole register need be
 * tagged once.
 *
 * <p>Verbs govern like this. An item that begins with verbs hands them on to the items after it
 * (生产：甲、乙); one that ends with verbs hands them back to the items before it (甲、乙生产), as far as the
 * last verb. Between both, a comma parts; where none stands, the stronger holds. A phrase of verbs
 * alone speaks for the phrase before it (甲、乙。加工制造).
 */
public final class Reading {

  private static final String BLANK = " \0、,:.·-0123456789()";

  /**
   * @param start in the scope, in UTF-16 units
   * @param role by verbs of other items; verbs within the item stand above it
   * @param leading whether it belongs to the scope's first phrase: the main business
   * @param ofMachines whether it is a branch of industry in a list of machines (石油、化工设备)
   */
  public record Item(int start, int end, Role role, boolean leading, boolean ofMachines) {

    Item under(Role other) {
      return new Item(start, end, other, leading, ofMachines);
    }

    Item machines() {
      return new Item(start, end, role, leading, true);
    }
  }

  /** Before a verb they do not keep it from opening its item. */
  private static final List<String> OPENERS = List.of("从事", "主营", "兼营", "专营", "用于", "承揽", "专业");

  /** Which stretches of a scope are worth reading. */
  interface Wanted {
    boolean wants(int from, int to);
  }

  private final char[] text;
  private final Wanted wanted;
  private final List<Item> items = new ArrayList<>();

  /** The phrase last met that was not blank; none while {@code phraseEnd} is negative. */
  private int phraseStart;

  private int phraseEnd = -1;

  /** Where its items begin in {@code items}. */
  private int phraseItems;

  private Reading(char[] text, Wanted wanted) {
    this.text = text;
    this.wanted = wanted;
  }

  public static Reading of(String scope) {
    return of(Folding.foldedChars(scope), (from, to) -> true);
  }

  /**
   * Reads only the phrases that are wanted: phrases tell nothing of each other, but for one of
   * verbs alone.
   *
   * @param folded becomes the reading's own text
   */
  static Reading of(char[] folded, Wanted wanted) {
    ScopeText.silence(folded);
    Reading reading = new Reading(folded, wanted);
    int start = 0;
    for (int i = 0; i <= folded.length; i++) {
      if (i == folded.length || endsPhrase(folded[i])) {
        reading.phrase(start, i);
        start = i + 1;
      }
    }
    return reading;
  }

  private static boolean endsPhrase(char c) {
    return c == ';' || c == '。' || c == '*';
  }

  private static boolean endsItem(char c) {
    return c == '、' || c == ',' || c == ' ';
  }

  public List<Item> items() {
    return items;
  }

  /** The scope folded, with {@link Folding#SILENT} where it says nothing; not to be changed. */
  public char[] text() {
    return text;
  }

  private void phrase(int from, int to) {
    if (isBlank(from, to)) {
      return;
    }
    boolean wants = wanted.wants(from, to);
    if (wants || phraseItems < items.size()) { // else it neither tells nor speaks for anything
      List<Run> runs = runs(from, to);
      if (speaksForTheLast(runs, from, to)) {
        for (int i = phraseItems; i < items.size(); i++) {
          items.set(i, items.get(i).under(runs.getFirst().role()));
        }
        wants = false;
      }
      phraseItems = items.size();
      if (wants) {
        new Phrase(runs, phraseEnd < 0).read(from, to);
      }
    }
    phraseStart = from;
    phraseEnd = to;
  }

  private List<Run> runs(int from, int to) {
    return inTheOpen(Verbs.runs(text, from, to), from);
  }

  /** Verbs alone, after a phrase that has none. */
  private boolean speaksForTheLast(List<Run> runs, int from, int to) {
    return runs.size() == 1
        && runs.getFirst().role() != Role.SERVES
        && isBlank(from, runs.getFirst().start())
        && isBlank(runs.getFirst().end(), to)
        && phraseEnd >= 0
        && runs(phraseStart, phraseEnd).isEmpty();
  }

  /** Verbs in brackets speak for what stands in the brackets. */
  private List<Run> inTheOpen(List<Run> runs, int from) {
    List<Run> open = new ArrayList<>(runs.size());
    int depth = 0;
    int at = from;
    for (Run run : runs) {
      for (; at < run.start(); at++) {
        depth = text[at] == '(' ? depth + 1 : text[at] == ')' ? Math.max(0, depth - 1) : depth;
      }
      if (depth == 0) {
        open.add(run);
      }
    }
    return open;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (BLANK.indexOf(text[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Blank but for brackets:「批发(无储存)」. */
  private boolean isBlankBesideBrackets(int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '(') {
        depth++;
      } else if (text[i] == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && BLANK.indexOf(text[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private interface Kind {
    boolean is(char[] text, int start, int end);
  }

  /** The items of one phrase, from left to right. */
  private final class Phrase {
    private final List<Run> runs;
    private final boolean leading;
    private int nextRun;

    /** Handed on from the left. */
    private Role forward = Role.UNSTATED;

    /** Items since the last verb, as their places in {@code items}; bare of verbs themselves. */
    private final List<Integer> waiting = new ArrayList<>();

    /** How many of them stand before the last comma. */
    private int beforeComma;

    private boolean commaSinceVerb;

    Phrase(List<Run> runs, boolean leading) {
      this.runs = runs;
      this.leading = leading;
    }

    void read(int from, int to) {
      int start = from;
      int run = 0;
      for (int i = from; i <= to; i++) {
        while (run < runs.size() && runs.get(run).end() <= i) {
          run++;
        }
        boolean inRun = run < runs.size() && runs.get(run).start() < i;
        if (i == to || !inRun && endsItem(text[i])) {
          item(start, i);
          if (i < to && text[i] == ',') {
            beforeComma = waiting.size();
            commaSinceVerb = true;
          }
          start = i + 1;
        }
      }
      settle(Role.UNSTATED);
    }

    private void item(int start, int end) {
      int first = nextRun;
      while (nextRun < runs.size() && runs.get(nextRun).end() <= end) {
        nextRun++;
      }
      if (isBlank(start, end)) {
        return;
      }
      if (first == nextRun) {
        attributes(start, end);
        waiting.add(items.size());
        items.add(new Item(start, end, Role.UNSTATED, leading, false));
        return;
      }
      Run opening = runs.get(first);
      Run closing = runs.get(nextRun - 1);
      boolean opens = isBlank(start, opening.start()) || endsInOpener(start, opening.start());
      boolean closes =
          isBlankBesideBrackets(closing.end(), end) && !endsInColon(closing.end(), end);
      boolean alone = opens && closes && first == nextRun - 1;
      closes |= !opens && goesOnAside(closing.end(), end);
      if (closes) {
        attributes(start, opening.start());
        beforeComma = Math.min(beforeComma, waiting.size());
      }
      if (!alone && closes && !opens && isApart(closing, start)) {
        items.add(new Item(start, end, Role.UNSTATED, leading, false));
        return;
      }
      if (alone ? !waiting.isEmpty() : closes && !opens) {
        settle(closing.role());
        forward = forward == Role.UNSTATED ? Role.UNSTATED : closing.role();
      } else if (opens || endsInColon(closing.end(), end)) {
        settle(Role.UNSTATED);
        forward = closing.role();
      }
      if (!alone || closing.role() == Role.SERVES) { // 仓储服务 is a business of its own
        items.add(new Item(start, end, Role.UNSTATED, leading, false));
      }
      commaSinceVerb = false;
    }

    /**
     * A service with its own object (机电安装, 广告设计制作), or what is grown (水稻种植), is a thing apart: it
     * tells nothing of the goods listed before it.
     */
    private boolean isApart(Run run, int start) {
      return run.role() == Role.SERVES
          || isGrown(run)
          || new String(text, start, run.start() - start).contains("广告");
    }

    /** Whether a verb that closes is but followed by a further act:「加工及彩印」. */
    private boolean goesOnAside(int from, int end) {
      return end - from >= 3 && end - from <= 8 && "及和与".indexOf(text[from]) >= 0;
    }

    private boolean isGrown(Run run) {
      String verbs = new String(text, run.start(), run.end() - run.start());
      return verbs.contains("种植") || verbs.contains("养殖") || verbs.contains("栽培");
    }

    private boolean endsInOpener(int from, int to) {
      String before = new String(text, from, to - from);
      for (String opener : OPENERS) {
        if (before.endsWith(opener)) {
          return true;
        }
      }
      return false;
    }

    /** Those that wait, back from the last, while they belong to the noun that closes the list. */
    private void attributes(int start, int end) {
      if (lastWaits(Attributes::isPolymer) && Attributes.isMadeOfPolymer(text, start, end)) {
        dropPolymers();
      }
      if (lastWaits(Attributes::isBranch) && Attributes.endsInMachines(text, start, end)) {
        branches();
      }
    }

    private boolean lastWaits(Kind kind) {
      Item last = waiting.isEmpty() ? null : items.get(waiting.getLast());
      return last != null && kind.is(text, last.start, last.end);
    }

    /** 「聚乙烯、聚丙烯管」tells of pipes, and of neither resin. */
    private void dropPolymers() {
      while (!waiting.isEmpty() && waiting.getLast() == items.size() - 1) {
        Item item = items.getLast();
        if (!Attributes.isPolymer(text, item.start, item.end)) {
          return;
        }
        waiting.removeLast();
        items.removeLast();
      }
    }

    private void branches() {
      for (int i = waiting.size() - 1; i >= 0; i--) {
        Item item = items.get(waiting.get(i));
        if (!Attributes.isBranch(text, item.start, item.end)) {
          return;
        }
        items.set(waiting.get(i), item.machines());
      }
    }

    private boolean endsInColon(int from, int end) {
      for (int i = from; i < end; i++) {
        if (text[i] == ':') {
          return isBlank(i, end);
        }
      }
      return false;
    }

    /** Gives those that wait their role: from the left, and from verbs that close at the right. */
    private void settle(Role backward) {
      for (int i = 0; i < waiting.size(); i++) {
        Role role = forward;
        if (backward != Role.UNSTATED) {
          boolean partedFromRight = i < beforeComma;
          role =
              forward == Role.UNSTATED || commaSinceVerb && !partedFromRight
                  ? backward
                  : partedFromRight ? forward : forward.orStronger(backward);
        }
        items.set(waiting.get(i), items.get(waiting.get(i)).under(role));
      }
      waiting.clear();
      beforeComma = 0;
    }
  }
}
