package org.mujian.enterprises;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.documents.Exports;
import org.mujian.documents.Exports.Column;
import org.mujian.documents.Exports.Format;
import org.mujian.documents.RowKey;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The filtered list as a file, with the headers by which it can be imported again. */
@Controller
class EnterpriseExport {

  private static final List<Column> COLUMNS =
      List.of(
          new Column(RowKey.HEADER, 22),
          new Column("企业名称", 36),
          new Column("统一社会信用代码", 22),
          new Column("注册日期", 12),
          new Column("企业类型", 18),
          new Column("注册资本", 20),
          new Column("经营范围", 60),
          new Column("所在省份", 10),
          new Column("地区", 10),
          new Column("注册地址", 40),
          new Column("行业代码", 10),
          new Column("行政区划代码", 14),
          new Column("登记状态", 10),
          new Column("曾用名", 24));

  private final Enterprises enterprises;
  private final EnterprisePages pages;
  private final Exports exports;

  EnterpriseExport(Enterprises enterprises, EnterprisePages pages, Exports exports) {
    this.enterprises = enterprises;
    this.pages = pages;
    this.exports = exports;
  }

  @GetMapping({"/z/{zone}/enterprises/export.xlsx", "/z/{zone}/enterprises/export.csv"})
  void export(
      Page page,
      @RequestParam Map<String, String> asked,
      HttpServletResponse response,
      Format format) {
    EnterpriseQuery query = pages.query(page, Filters.of(asked), 1, 1);
    exports.send(
        response,
        format,
        page.t("enterprises.import"),
        COLUMNS,
        sink -> enterprises.each(query, e -> sink.accept(row(e))));
  }

  private static List<@Nullable Object> row(Enterprise e) {
    return Arrays.asList(
        new RowKey("enterprises", e.zoneId(), e.id(), e.version()).text(),
        e.name(),
        e.creditCode(),
        e.registeredOn(),
        e.type(),
        e.capitalText(),
        e.scope(),
        e.province(),
        e.city(),
        e.address(),
        e.industryCode(),
        e.division(),
        e.status(),
        e.formerNames().isEmpty() ? null : String.join("；", e.formerNames()));
  }
}
