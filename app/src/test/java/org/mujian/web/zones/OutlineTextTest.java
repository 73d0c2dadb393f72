package org.mujian.web.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.mujian.zone.Projection;

/** Coordinates as people paste them. */
class OutlineTextTest {

  private static final Projection BELT = Projection.of(123);
  private static final String SQUARE =
      "407000,4559000\n408000,4559000\n408000,4560000\n407000,4560000";

  @Test
  void metresAreReadInEitherOrderWithOrWithoutTheBeltsNumberAndThePointsOwn() throws Exception {
    Geometry expected = OutlineText.read(SQUARE, BELT);
    assertThat(BELT.area(expected).mu()).isEqualByComparingTo("1500");
    for (String same :
        new String[] {
          "4559000\t407000\n4559000\t408000\n4560000\t408000\n4560000\t407000",
          "41407000 4559000\n41408000 4559000\n41408000 4560000\n41407000 4560000",
          "1 407000 4559000\n"
              + "2 408000 4559000\n"
              + "3 408000 4560000\n"
              + "4 407000 4560000\n"
              + "5 407000 4559000",
          "407000，4559000\r\n\r\n408000；4559000\r\n408000、4560000\r\n407000 ; 4560000\r\n",
        }) {
      assertThat(OutlineText.read(same, BELT)).as(same).isEqualTo(expected);
    }
  }

  @Test
  void degreesAreReadInEitherOrder() throws Exception {
    Geometry one = OutlineText.read("121.9 41.1\n122 41.1\n122 41.2", BELT);
    Geometry other = OutlineText.read("41.1,121.9\n41.1,122\n41.2,122", BELT);
    assertThat(other).isEqualTo(one);
    assertThat(one.getCentroid().getX()).isCloseTo(121.967, within(0.001));
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() {
    assertWrong("407000 x\n", "outline.number", 1, "x");
    assertWrong("407000 4559000\n407000", "outline.two", 2, "407000");
    assertWrong("407000 4559000\n121.9 41.1", "outline.mixed", 2, "121.9 41.1");
    assertWrong("1000 2000", "outline.neither", 1, "1000 2000");
    assertWrong("40407000 4559000", "outline.belt", 1, 40, 120, 123);
    assertWrong("407000 4559000\n408000 4559000\n407000 4559000", "outline.few", 2);
    assertWrong(
        "407000 4559000\n408000 4560000\n408000 4559000\n407000 4560000", "outline.crossed");
    assertWrong("118 41\n118.1 41\n118.1 41.1", "outline.far", "118.07", 123, 117L);
    assertWrong("", "outline.few", 0);
  }

  @Property(tries = 2000)
  void anyTextIsReadOrRefusedWithAReason(
      @ForAll
          @StringLength(max = 120)
          @CharRange(from = '0', to = '9')
          @CharRange(from = '\n', to = '\n')
          @CharRange(from = ' ', to = '.')
          String text) {
    try {
      assertThat(OutlineText.read(text, BELT).isValid()).isTrue();
    } catch (OutlineText.Wrong e) {
      assertThat(e.key).startsWith("outline.");
    }
  }

  private static void assertWrong(String text, String key, Object... values) {
    OutlineText.Wrong wrong =
        catchThrowableOfType(OutlineText.Wrong.class, () -> OutlineText.read(text, BELT));
    assertThat(wrong).as(text).isNotNull();
    assertThat(wrong.key).isEqualTo(key);
    assertThat(wrong.values).containsExactly(values);
  }
}
