package org.mujian.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void whatIsNotGivenHasItsDefault() {
    Options options = new Options(Map.of("MUJIAN_ADDRESS", " "));
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.get(Option.ADDRESS)).isEqualTo("127.0.0.1");
    assertThat(options.ownDatabase()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80", "999999999999"})
  void aPortThatIsNoneIsNamedInTheRefusal(String given) {
    Options options = new Options(Map.of("MUJIAN_PORT", given));
    assertThatThrownBy(options::port).isInstanceOf(Refusal.class).hasMessageContaining(given);
  }

  @Test
  void theEchoNamesWhatIsInForceAndNoSecret() {
    Options options =
        new Options(
            Map.of(
                "MUJIAN_PORT", "8081",
                "MUJIAN_ADMIN_PASSWORD", "topsecret1",
                "MUJIAN_DATABASE_APP_PASSWORD", "topsecret2",
                "MUJIAN_DATABASE_URL", "jdbc:postgresql://db/mujian?password=topsecret3"));
    assertThat(options.echo())
        .contains("MUJIAN_PORT = 8081", "MUJIAN_ADMIN_PASSWORD = ******", "//db/mujian")
        .doesNotContain("topsecret");
    assertThat(options.ownCredentials().toString()).doesNotContain("topsecret2");
  }

  @Test
  void oneDatabasePasswordServesTheRolesThatHaveNoneOfTheirOwn() {
    var credentials =
        new Options(
                Map.of(
                    "MUJIAN_DATABASE_PASSWORD", "all",
                    "MUJIAN_DATABASE_OWNER_PASSWORD", "owner"))
            .ownCredentials();
    assertThat(credentials.appPassword()).isEqualTo("all");
    assertThat(credentials.ownerPassword()).isEqualTo("owner");
  }

  @Test
  void aMisspeltOptionIsNoticed() {
    assertThat(
            new Options(Map.of("MUJIAN_PROT", "1", "MUJIAN_PORT", "1", "MUJIAN_STRICT", "true"))
                .unknown())
        .containsExactly("MUJIAN_PROT");
  }

  @Test
  void theDefaultsAreThoseOfThePropertiesFile() throws IOException {
    Properties file = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
      file.load(in);
    }
    assertThat(Arrays.stream(Option.values()).filter(option -> !option.preset().isEmpty()))
        .allSatisfy(
            option ->
                assertThat(file.getProperty(option.property()))
                    .as(option.property())
                    .isEqualTo(option.preset()));
  }
}
