package org.mujian.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page of a room that has none of its own yet: what it will show. A room's own wins. */
@Controller
class RoomPages {

  private final List<Panel> panels;
  private final TransactionTemplate transaction;

  RoomPages(List<Panel> panels, TransactionTemplate transaction) {
    this.panels = panels;
    this.transaction = transaction;
  }

  @GetMapping("/z/{zone}/{room:land|projects|promotion|clusters|services|governance}")
  String room(Page page, @PathVariable String room, Model model) {
    int programme = PanelView.ROOMS.indexOf(room) + 1;
    Panel panel = panels.stream().filter(p -> p.programme() == programme).findFirst().orElseThrow();
    model.addAttribute("programme", programme);
    model.addAttribute("content", transaction.execute(status -> panel.content(page)));
    return "web/room";
  }
}
