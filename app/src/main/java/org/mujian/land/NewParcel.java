package org.mujian.land;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a new parcel is made of, besides its outline or area; see {@link Parcel}. */
public record NewParcel(
    String number,
    String block,
    String landUse,
    boolean chemical,
    @Nullable BigDecimal floorAreaRatioMin,
    @Nullable BigDecimal buildingCoefficientMin,
    @Nullable BigDecimal investmentWanPerMu,
    @Nullable BigDecimal taxWanPerMu,
    boolean sample) {

  private static final int LONGEST = 60;

  public NewParcel {
    number = number.strip();
    block = block.strip();
    landUse = landUse.strip();
  }

  static NewParcel of(String number, String block, String landUse, boolean chemical) {
    return new NewParcel(number, block, landUse, chemical, null, null, null, null, false);
  }

  void check() {
    if (!number.matches("\\S{1,30}")) {
      throw new LandRefused(
          "地块编号为 1 至 30 个字，不含空格：「" + number + "」",
          "A parcel's number has 1 to 30 characters and no space: '" + number + "'");
    }
    if (block.length() > LONGEST || landUse.length() > LONGEST) {
      throw new LandRefused("片区、用途至多 60 字", "Block and use have at most 60 characters");
    }
  }
}
