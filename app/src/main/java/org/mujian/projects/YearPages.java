package org.mujian.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mujian.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The year plan: starts, completions and the other batches, month by month. */
@Controller
class YearPages {

  private final YearDesk desk;
  private final Plans plans;

  YearPages(YearDesk desk, Plans plans) {
    this.desk = desk;
    this.plans = plans;
  }

  @GetMapping("/z/{zone}/projects/plan")
  String year(Page page, Model model) {
    Rights.checkRead(page.account());
    model.addAttribute("view", desk.view(page));
    return "projects/plan";
  }

  @PostMapping("/z/{zone}/projects/plan")
  String target(
      Page page,
      @RequestParam String stage,
      @RequestParam Map<String, String> typed,
      RedirectAttributes to) {
    Rights.checkWrite(page.account());
    try {
      List<Integer> months = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        String text = typed.getOrDefault("m" + month, "").strip();
        if (!text.matches("\\d{1,4}")) {
          throw new ProjectRefused(month + " 月的累计计划「" + text + "」不是数字");
        }
        months.add(Integer.valueOf(text));
      }
      plans.target(ProjectPages.zone(page), page.today().getYear(), stage, months);
    } catch (ProjectRefused e) {
      to.addFlashAttribute("refused", e.getMessage());
    }
    return "redirect:" + page.in("projects/plan");
  }
}
