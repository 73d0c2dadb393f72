package org.mujian.administration;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mujian.identity.Account;
import org.mujian.identity.AccountRefused;
import org.mujian.identity.OwnAccount;
import org.mujian.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everyone's own page: password, access tokens, last sign-ins. */
@Controller
class OwnAccountPages {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final OwnAccount own;

  OwnAccountPages(OwnAccount own) {
    this.own = own;
  }

  @GetMapping("/account")
  ModelAndView show(Page page) {
    return view(page, null, null);
  }

  @PostMapping("/account/password")
  ModelAndView changePassword(
      Page page,
      @RequestParam String old,
      @RequestParam String chosen,
      @RequestParam String again) {
    try {
      if (!chosen.equals(again)) {
        throw new AccountRefused("again", "两次输入的新密码不一样");
      }
      own.changePassword(account(page), old, chosen);
      return new ModelAndView("redirect:/sign-in?changed");
    } catch (AccountRefused e) {
      return view(page, null, e);
    }
  }

  @PostMapping("/account/tokens")
  ModelAndView createToken(
      Page page, @RequestParam String name, @RequestParam(defaultValue = "") String expires) {
    try {
      // Ends with its last day, China's time.
      var end = LocalDate.parse(expires.strip()).plusDays(1).atStartOfDay(CHINA).toInstant();
      return view(page, own.createToken(account(page), name, end), null);
    } catch (DateTimeParseException e) {
      return view(
          page, null, new AccountRefused("expires", "到期日应写作 2026-12-31，不是“" + expires + "”"));
    } catch (AccountRefused e) {
      return view(page, null, e);
    }
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revokeToken(Page page, @PathVariable long id) {
    own.revokeToken(account(page), id);
    return "redirect:/account";
  }

  private ModelAndView view(Page page, @Nullable String secret, @Nullable AccountRefused refused) {
    Account account = account(page);
    ModelAndView view = new ModelAndView("administration/own");
    view.addObject("account", account);
    view.addObject("secret", secret);
    view.addObject(
        "errors", refused == null ? Map.of() : Map.of(refused.field(), refused.reason()));
    view.addObject("tokens", own.listTokens(account));
    view.addObject("signIns", own.listSignIns(account));
    if (refused != null) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  private static Account account(Page page) {
    return requireNonNull(page.account());
  }
}
