package org.mujian.appraisal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The marks of a scheme, in its order. Sums are added up, never kept. */
public record Score(Scheme scheme, List<Part> parts) {

  /** A class with its marks. */
  public record Part(IndicatorClass of, List<Mark> marks) {
    public BigDecimal known() {
      return sum(marks, Mark::known);
    }

    public BigDecimal open() {
      return sum(marks, Mark::open);
    }

    public BigDecimal lost() {
      return sum(marks, Mark::lost);
    }
  }

  public List<Mark> marks() {
    return parts.stream().flatMap(part -> part.marks().stream()).toList();
  }

  /** What is earned for certain: the least that the whole can come to. */
  public BigDecimal known() {
    return sum(marks(), Mark::known);
  }

  /** What indicators without a value could still earn. */
  public BigDecimal open() {
    return sum(marks(), Mark::open);
  }

  /** The most that the whole can come to. */
  public BigDecimal most() {
    return known().add(open());
  }

  public long missing() {
    return marks().stream().filter(mark -> mark.reason().isOpen()).count();
  }

  private static BigDecimal sum(List<Mark> marks, Function<Mark, BigDecimal> of) {
    return marks.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
