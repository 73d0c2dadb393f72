package org.mujian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class IfMatchTest {

  @Property(tries = 200)
  void theTagThatWasSentIsReadBack(@ForAll @IntRange(max = 999_999_999) int version) {
    assertThat(IfMatch.version(IfMatch.etag(version))).isEqualTo(version);
  }

  @Property(tries = 500)
  void anyOtherTextIsRefusedNeverGuessed(@ForAll String header) {
    assertThatThrownBy(() -> IfMatch.version(header)).isInstanceOf(ErrorResponseException.class);
  }

  @Test
  void withoutTheHeaderNothingIsChanged() {
    assertThatThrownBy(() -> IfMatch.check(null, 1)).hasMessageContaining("428");
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    assertThatThrownBy(() -> IfMatch.check("\"1\"", 2))
        .hasMessageContaining("412")
        .hasMessageContaining("第 1 版");
    assertThatCode(() -> IfMatch.check("\"2\"", 2)).doesNotThrowAnyException();
  }
}
