package org.mujian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mujian.MujianTest;
import org.mujian.store.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files are kept once by content, come back byte for byte, and leave nothing lying about. */
@MujianTest
class FileStoreTest {

  @Autowired FileStore files;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void aFileComesBackAsItWasAndIsKeptOnce() throws IOException {
    byte[] content = new byte[2_500_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31 >> 3);
    }
    StoredFile first = store("one.bin", content);
    StoredFile second = store("two.bin", content);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(first.size()).isEqualTo(content.length);
    Path loan = Scope.ofProgram(0).call(() -> files.lend(0, first.id()));
    assertThat(Files.readAllBytes(loan)).isEqualTo(content);
    Files.delete(loan);
  }

  @Test
  void aDamagedChunkIsNoticed() throws IOException {
    StoredFile file = store("three.bin", new byte[] {1, 2, 3});
    Scope.ofProgram(0)
        .run(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        jdbc.sql(
                                "UPDATE file_chunk SET content = '\\x010204' WHERE zone_id = 0 AND"
                                    + " file_id = ?")
                            .param(file.id())
                            .update()));
    assertThatThrownBy(() -> Scope.ofProgram(0).call(() -> files.lend(0, file.id())))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void whatAKilledProgramLeftIsDeletedBeforeAnyJobRuns(@TempDir Path data) throws Exception {
    Path left = Files.createDirectories(data.resolve("tmp")).resolve("import-left");
    Files.write(left, new byte[] {1});
    new FileStore(jdbc, data).deleteLeftLoans();
    assertThat(left).doesNotExist();
    // A bean is initialised before any life cycle, in which workers start, begins.
    assertThat(FileStore.class.getDeclaredMethod("deleteLeftLoans").getAnnotations())
        .extracting(annotation -> annotation.annotationType().getSimpleName())
        .contains("PostConstruct");
  }

  private StoredFile store(String name, byte[] content) throws IOException {
    return Scope.ofProgram(0)
        .call(() -> files.store(0, name, () -> new ByteArrayInputStream(content)));
  }
}
