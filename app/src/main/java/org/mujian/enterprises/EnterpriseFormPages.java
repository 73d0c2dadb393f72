package org.mujian.enterprises;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mujian.store.Scope;
import org.mujian.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding an enterprise that the registry lacks, and changing one. */
@Controller
class EnterpriseFormPages {

  private final Enterprises enterprises;
  private final Industries industries;
  private final Rights rights;

  EnterpriseFormPages(Enterprises enterprises, Industries industries, Rights rights) {
    this.enterprises = enterprises;
    this.industries = industries;
    this.rights = rights;
  }

  @GetMapping("/z/{zone}/enterprises/new")
  String add(Page page, Model model) {
    mustBeAllowed(rights.mayAdd(page));
    return show(EnterpriseForm.of(Map.of()), null, Map.of(), model);
  }

  @PostMapping("/z/{zone}/enterprises/new")
  String add(Page page, @RequestParam Map<String, String> given, Model model) {
    mustBeAllowed(rights.mayAdd(page));
    EnterpriseForm form = EnterpriseForm.of(given);
    Map<String, String> errors = errors(page, form, null);
    if (!errors.isEmpty()) {
      return show(form, null, errors, model);
    }
    try {
      Enterprise made =
          enterprises.create(EnterprisePages.zone(page).id(), form.draft(industries, null, "form"));
      return "redirect:" + page.in("enterprises/" + made.id());
    } catch (DuplicateKeyException sameCodeMeanwhile) {
      return show(form, null, errors(page, form, null), model);
    }
  }

  @GetMapping("/z/{zone}/enterprises/{id:\\d{1,18}}/edit")
  String edit(Page page, @PathVariable long id, Model model) {
    Enterprise enterprise = get(page, id);
    return show(EnterpriseForm.of(enterprise), enterprise, Map.of(), model);
  }

  @PostMapping("/z/{zone}/enterprises/{id:\\d{1,18}}/edit")
  String edit(
      Page page,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> given,
      Model model) {
    Enterprise before = get(page, id);
    EnterpriseForm form = EnterpriseForm.of(given);
    Map<String, String> errors = errors(page, form, before);
    if (errors.isEmpty()) {
      try {
        enterprises.change(before.zoneId(), id, version, form.draft(industries, before, "form"));
        return "redirect:" + page.in("enterprises/" + id);
      } catch (OptimisticLockingFailureException changedSince) {
        errors.put("name", page.t("enterprises.error.changed"));
      }
    }
    return show(form, before, errors, model);
  }

  private Map<String, String> errors(Page page, EnterpriseForm form, @Nullable Enterprise before) {
    Map<String, String> errors = new LinkedHashMap<>(form.errors(page, industries));
    if (!errors.containsKey("creditCode") && !Missing.is(form.get("creditCode"))) {
      other(page, form.get("creditCode"), before)
          .ifPresent(
              other -> errors.put("creditCode", page.t("enterprises.error.taken", other.name())));
    }
    return errors;
  }

  /** An enterprise that has the code already, in the shared registry or this zone's own. */
  private Optional<Enterprise> other(Page page, String code, @Nullable Enterprise before) {
    return enterprises
        .findByCode(List.of(Scope.PROVINCE, EnterprisePages.zone(page).id()), code)
        .filter(found -> before == null || found.id() != before.id());
  }

  private Enterprise get(Page page, long id) {
    Enterprise enterprise =
        enterprises
            .find(List.of(Scope.PROVINCE, EnterprisePages.zone(page).id()), id)
            .orElseThrow(() -> new NoSuchEnterprise(id));
    mustBeAllowed(rights.mayChange(page, enterprise));
    return enterprise;
  }

  private static void mustBeAllowed(boolean allowed) {
    if (!allowed) {
      throw new AccessDeniedException("此账号的角色不能修改企业");
    }
  }

  private static String show(
      EnterpriseForm form, @Nullable Enterprise before, Map<String, String> errors, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("before", before);
    model.addAttribute("errors", errors);
    return "enterprises/form";
  }
}
