package org.mujian.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of Excel 97 to 2003, read record by record. */
final class XlsTable implements Table {

  private final POIFSFileSystem file;
  private final List<String> sheets;
  private int sheet;

  XlsTable(Path path) throws IOException {
    try {
      this.file = new POIFSFileSystem(path.toFile(), true);
    } catch (IOException | RuntimeException e) {
      throw new FileRefused("broken-workbook");
    }
    try {
      if (file.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new FileRefused("password");
      }
      XlsRecords records = new XlsRecords(-1, row -> true);
      process(records);
      this.sheets = records.sheets();
    } catch (FileRefused e) {
      file.close();
      throw e;
    }
    if (sheets.isEmpty()) {
      file.close();
      throw new FileRefused("no-sheet");
    }
  }

  @Override
  public Facts facts() {
    return new Facts("xls", "", "", sheets.get(sheet), sheets);
  }

  @Override
  public void select(String name) {
    sheet = Math.max(0, sheets.indexOf(name));
  }

  @Override
  public long estimateRows(long done) {
    return 0;
  }

  @Override
  public void read(int columns, Predicate<RawRow> sink) {
    process(new XlsRecords(sheet, sink));
  }

  private void process(XlsRecords records) {
    try {
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(records.withFormats());
      new HSSFEventFactory().processWorkbookEvents(request, file);
    } catch (XlsRecords.Enough enough) {
      return;
    } catch (XlsRecords.SinkFailed e) {
      throw e.cause();
    } catch (EncryptedDocumentException e) {
      throw new FileRefused("password");
    } catch (OldExcelFormatException e) {
      throw new FileRefused("too-old-workbook");
    } catch (IOException | RuntimeException e) {
      throw new FileRefused("broken-workbook");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
