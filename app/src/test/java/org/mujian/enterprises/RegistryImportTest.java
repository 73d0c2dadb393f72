package org.mujian.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mujian.MujianTest;
import org.mujian.documents.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * A registry goes in through the API: nothing is dropped silently, every refusal has its reason.
 */
@MujianTest
class RegistryImportTest {

  private final Api api;

  @Autowired
  RegistryImportTest(Environment environment) {
    this.api = new Api(environment);
  }

  @ParameterizedTest
  @CsvSource({"1,UTF-8", "2,GBK", "3,UTF-8"})
  void whatWasPlantedIsWhatIsCounted(long seed, String encoding) {
    long before = total();
    RegistryMutator list = new RegistryMutator(seed, 400);
    JsonNode job =
        api.importFile("kind=enterprises", seed + ".csv", list.bytes(Charset.forName(encoding)));
    JsonNode report = job.get("report");
    assertThat(job.get("state").asString()).as("%s", job).isEqualTo("done");
    assertThat(report.get("encoding").asString()).isEqualTo(encoding);
    assertThat(job.get("accepted").asInt()).isEqualTo(list.accepted());
    Map<String, Integer> reasons = new HashMap<>();
    report.get("reasons").properties().forEach(r -> reasons.put(r.getKey(), r.getValue().asInt()));
    assertThat(reasons).isEqualTo(list.rejected());
    assertThat(job.get("rejected").asInt())
        .isEqualTo(list.rejected().values().stream().mapToInt(Integer::intValue).sum());
    assertThat(report.get("notes").get("repeated-in-file").asInt()).isEqualTo(list.repeated());
    assertThat(report.get("notes").get("capital-unreadable").asInt()).isEqualTo(list.withoutUnit());
    assertThat(
            report.get("inserted").asInt()
                + report.get("updated").asInt()
                + report.get("unchanged").asInt())
        .isEqualTo(list.enterprises());
    assertThat(total()).isEqualTo(before + report.get("inserted").asLong());
    assertThat(api.json("/api/v1/enterprises/" + RegistryMutator.code(0)).get("name").asString())
        .isEqualTo("后来的名称0");
  }

  /** Its faults are real: capital in many spellings, some of them without any unit. */
  @Test
  void theRegistryOfAProvinceGoesInWhole() throws Exception {
    String data = System.getenv("MUJIAN_TEST_DATA");
    Path file = Path.of(data == null ? "" : data, "registry", "liaoning.csv");
    if ("true".equals(System.getenv("MUJIAN_STRICT"))) {
      assertThat(file).as("MUJIAN_TEST_DATA must name the folder of the test data").exists();
    }
    assumeTrue(data != null && Files.exists(file), "skipped: MUJIAN_TEST_DATA names no test data");
    long before = total();
    long ofTheCityBefore = ofTheCity();
    JsonNode job =
        api.importFile("kind=enterprises", "liaoning.csv", Files.readAllBytes(file), 300);
    assertThat(job.get("state").asString()).as("%s", job).isEqualTo("done");
    JsonNode report = job.get("report");
    assertThat(job.get("accepted").asLong()).isEqualTo(51_659);
    assertThat(job.get("rejected").asLong()).isZero();
    assertThat(report.get("inserted").asLong()).isEqualTo(51_659);
    // 32 capitals such as 50(): no unit, kept as text.
    assertThat(report.get("notes").get("capital-unreadable").asLong()).isEqualTo(32);
    assertThat(total()).isEqualTo(before + 51_659);
    assertThat(ofTheCity() - ofTheCityBefore).isBetween(1_267L, 1_300L);
    String word = java.net.URLEncoder.encode("沥青", StandardCharsets.UTF_8);
    JsonNode found = api.json("/api/v1/enterprises?q=" + word + "&size=200");
    assertThat(found.get("total").asLong()).isPositive();
    found
        .get("items")
        .forEach(
            item ->
                assertThat(item.get("name").asString() + item.path("scope").asString(""))
                    .contains("沥青"));
  }

  private long ofTheCity() {
    return api.json("/api/v1/enterprises?division=2111&size=1").get("total").asLong();
  }

  private long total() {
    return api.json("/api/v1/enterprises?size=1").get("total").asLong();
  }
}
