package org.mujian.chain.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mujian.chain.Role;
import org.mujian.chain.ScopeTagger;

/**
 * The words of an atlas in the items of a registry. A word is known by its number: one for each
 * text and link. Immutable once joined.
 */
final class ItemWords {

  private static final Role[] ROLES = Role.values();

  /** By item: where its places begin; those of the next end them. */
  private final int[] firsts;

  private final long[] hasAny;
  private final int[] words;
  private final byte[] roles;

  /** By word. */
  private final int[] links;

  private final List<String> texts;

  /** What is found in {@code count} items from {@code first} on. Not safe for several threads. */
  static final class Part {
    private final int first;
    private final int count;
    private int[] places = new int[0];
    private int placeCount;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> links = new ArrayList<>();
    private final Map<String, int[]> numbers = new HashMap<>();

    Part(int first, int count) {
      this.first = first;
      this.count = count;
    }

    /** Items come in rising order. */
    void add(int item, ScopeTagger.Place place, String text) {
      if (placeCount + 3 > places.length) {
        places = Arrays.copyOf(places, Math.max(48, 2 * placeCount));
      }
      places[placeCount++] = item;
      places[placeCount++] = number(place.link(), text);
      places[placeCount++] = place.role().ordinal();
    }

    /** Seldom has a text more than one link. */
    private int number(int link, String text) {
      int[] known = numbers.getOrDefault(text, new int[0]);
      for (int number : known) {
        if (links.get(number) == link) {
          return number;
        }
      }
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = texts.size();
      numbers.put(text, more);
      texts.add(text);
      links.add(link);
      return texts.size() - 1;
    }
  }

  private ItemWords(Joiner joiner) {
    this.firsts = joiner.firsts;
    this.hasAny = joiner.hasAny;
    this.words = joiner.words;
    this.roles = joiner.roles;
    this.links = joiner.numbers.links.stream().mapToInt(Integer::intValue).toArray();
    this.texts = List.copyOf(joiner.numbers.texts);
  }

  /**
   * @param parts of all items, in their order
   */
  static ItemWords join(int items, List<Part> parts) {
    Joiner joiner = new Joiner(items, parts.stream().mapToInt(p -> p.placeCount / 3).sum());
    for (Part part : parts) {
      int[] numbers = joiner.numbersOf(part.links, part.texts);
      int at = 0;
      for (int item = part.first; item < part.first + part.count; item++) {
        at = joiner.copy(part, at, item, numbers);
      }
    }
    return new ItemWords(joiner);
  }

  /**
   * With other words for the marked items.
   *
   * @param parts of all items, in their order; empty where none is marked
   */
  ItemWords with(long[] marked, List<Part> parts) {
    int items = firsts.length - 1;
    int most = words.length + parts.stream().mapToInt(p -> p.placeCount / 3).sum();
    Joiner joiner = new Joiner(items, most);
    List<Integer> own = Arrays.stream(links).boxed().toList();
    int[] kept = joiner.numbersOf(own, texts);
    for (Part part : parts) {
      int[] numbers = joiner.numbersOf(part.links, part.texts);
      int at = 0;
      for (int item = part.first; item < part.first + part.count; item++) {
        if ((marked[item >> 6] & 1L << item) != 0) {
          at = joiner.copy(part, at, item, numbers);
        } else {
          joiner.copy(this, item, kept);
        }
      }
    }
    joiner.trim();
    return new ItemWords(joiner);
  }

  private static final class Joiner {
    private final int[] firsts;
    private final long[] hasAny;
    private int[] words;
    private byte[] roles;
    private final Part numbers = new Part(0, 0);
    private int size;

    Joiner(int items, int most) {
      firsts = new int[items + 1];
      hasAny = new long[(items >> 6) + 1];
      words = new int[most];
      roles = new byte[most];
    }

    int[] numbersOf(List<Integer> links, List<String> texts) {
      int[] found = new int[texts.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = numbers.number(links.get(i), texts.get(i));
      }
      return found;
    }

    /** Answers where the part's next item begins. */
    int copy(Part part, int from, int item, int[] numbers) {
      int at = from;
      for (; at < part.placeCount && part.places[at] == item; at += 3) {
        words[size] = numbers[part.places[at + 1]];
        roles[size++] = (byte) part.places[at + 2];
      }
      end(item);
      return at;
    }

    void copy(ItemWords other, int item, int[] numbers) {
      if (other.has(item)) {
        for (int w = other.firsts[item]; w < other.firsts[item + 1]; w++) {
          words[size] = numbers[other.words[w]];
          roles[size++] = other.roles[w];
        }
      }
      end(item);
    }

    private void end(int item) {
      firsts[item + 1] = size;
      if (firsts[item] < size) {
        hasAny[item >> 6] |= 1L << item;
      }
    }

    void trim() {
      words = Arrays.copyOf(words, size);
      roles = Arrays.copyOf(roles, size);
    }
  }

  boolean has(int item) {
    return (hasAny[item >> 6] & 1L << item) != 0;
  }

  int first(int item) {
    return firsts[item];
  }

  int link(int place) {
    return links[words[place]];
  }

  Role role(int place) {
    return ROLES[roles[place]];
  }

  /** The number of the word at a place. */
  int word(int place) {
    return words[place];
  }

  String text(int place) {
    return texts.get(words[place]);
  }

  int wordCount() {
    return texts.size();
  }
}
