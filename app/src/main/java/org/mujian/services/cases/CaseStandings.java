package org.mujian.services.cases;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mujian.clock.WorkingCalendar;
import org.mujian.services.matter.Calendars;
import org.mujian.services.matter.Law;
import org.mujian.services.matter.Matters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Derives how cases stand. */
@Component
@Transactional(readOnly = true)
public class CaseStandings {

  /** What is worst first, then what is due first, then the newest. */
  private static final Comparator<Standing> URGENT =
      Comparator.comparing(Standing::state)
          .reversed()
          .thenComparing(s -> s.due() == null ? LocalDate.MAX : s.due())
          .thenComparing(s -> -s.file().id());

  private final Cases cases;
  private final CaseFolder folder;
  private final Matters matters;
  private final Calendars calendars;

  CaseStandings(Cases cases, CaseFolder folder, Matters matters, Calendars calendars) {
    this.cases = cases;
    this.folder = folder;
    this.matters = matters;
    this.calendars = calendars;
  }

  public LocalDate today() {
    return cases.today();
  }

  /** The most urgent first. */
  public List<Standing> list(long zone, CaseQuery query) {
    return derive(zone, cases.list(zone, query)).stream().sorted(URGENT).toList();
  }

  /**
   * @throws NoSuchCase when it is not there or not the scope's
   */
  public Standing get(long zone, String number) {
    return derive(zone, List.of(cases.get(zone, number))).getFirst();
  }

  private List<Standing> derive(long zone, List<Case> files) {
    List<Long> ids = files.stream().map(Case::id).toList();
    Map<Long, List<CaseEvent>> events = folder.listEvents(zone, ids);
    Map<Long, List<Material>> materials = folder.listMaterials(zone, ids);
    WorkingCalendar calendar = calendars.current();
    Law law = matters.law(zone);
    LocalDate today = today();
    return files.stream()
        .map(
            file -> {
              List<CaseEvent> own = events.getOrDefault(file.id(), List.of());
              return Standing.of(
                  file,
                  law.find(file.matter(), acceptedOn(own, today)).orElseThrow(),
                  own,
                  materials.getOrDefault(file.id(), List.of()),
                  calendar,
                  today);
            })
        .toList();
  }

  /** The day whose law holds. */
  private static LocalDate acceptedOn(List<CaseEvent> events, LocalDate today) {
    return events.stream().filter(CaseEvent::stands).map(CaseEvent::on).findFirst().orElse(today);
  }
}
