package org.mujian.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mujian.chain.Folding;
import org.mujian.chain.registry.Enterprise;
import org.mujian.chain.registry.RegistryCsv;

/**
 * A registry grown from a real one. Copies alone would hold no new item; in the file the number of
 * different items grows with the number of places to the power of 0.81, and so it does here: each
 * place of a copied row becomes, as often as that law says, a new item put together of two real
 * halves. Texts are folded beforehand, for peers that do not fold.
 */
final class GrownRegistry {

  private static final double GROWTH = 0.8145;
  private static final double FACTOR = 2.498;

  private final List<Enterprise> real = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final Random random = new Random(11);
  private long places;

  GrownRegistry(Path csv) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(csv))) {
      RegistryCsv.read(in, real::add);
    }
    for (Enterprise each : real) {
      for (String item : each.scope().split("[、，,；;。]")) {
        if (!item.isBlank()) {
          items.add(item);
        }
      }
    }
    places = items.size();
  }

  /** The n-th row: the first are the file's own. */
  Enterprise row(int n) {
    Enterprise it = real.get(n % real.size());
    String key = "B%017d".formatted(n);
    String scope = n < real.size() ? it.scope() : grown(it.scope());
    return new Enterprise(
        key,
        it.name(),
        Folding.fold(scope).replace('\n', ';'),
        it.division(),
        it.year(),
        it.yuan());
  }

  private String grown(String scope) {
    StringBuilder grown = new StringBuilder();
    double fresh = GROWTH * FACTOR * Math.pow(places, GROWTH - 1);
    int from = 0;
    for (int i = 0; i <= scope.length(); i++) {
      if (i == scope.length() || "、，,；;。".indexOf(scope.charAt(i)) >= 0) {
        if (i > from) {
          places++;
          grown.append(random.nextDouble() < fresh ? fresh() : scope.substring(from, i));
        }
        if (i < scope.length()) {
          grown.append(scope.charAt(i));
        }
        from = i + 1;
      }
    }
    return grown.toString();
  }

  private String fresh() {
    String one = items.get(random.nextInt(items.size()));
    String two = items.get(random.nextInt(items.size()));
    return one.substring(0, (one.length() + 1) / 2) + two.substring(two.length() / 2);
  }

  /** Scopes of many rows as one array of bytes. */
  record Scopes(byte[] bytes, int[] ends) {
    int start(int row) {
      return row == 0 ? 0 : ends[row - 1];
    }
  }

  static Scopes scopes(List<Enterprise> rows) {
    int[] ends = new int[rows.size()];
    int total = 0;
    for (int i = 0; i < ends.length; i++) {
      total += rows.get(i).scope().getBytes(StandardCharsets.UTF_8).length;
      ends[i] = total;
    }
    byte[] bytes = new byte[total];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      byte[] one = rows.get(i).scope().getBytes(StandardCharsets.UTF_8);
      System.arraycopy(one, 0, bytes, at, one.length);
      at += one.length;
    }
    return new Scopes(bytes, ends);
  }
}
