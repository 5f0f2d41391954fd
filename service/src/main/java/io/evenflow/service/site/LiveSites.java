package io.evenflow.service.site;

import io.evenflow.service.problem.NotFound;
import io.evenflow.service.problem.SiteExists;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sites that are planned live, by name; those of an earlier process as it left them. */
public final class LiveSites {
  private final SiteStore store;
  private final Map<String, LiveSite> sites = new ConcurrentHashMap<>();
  private final List<PlanListener> listeners = new CopyOnWriteArrayList<>();

  public LiveSites(SiteStore store) {
    this.store = store;
  }

  /** Has each plan of each site heard from now on. */
  public void listen(PlanListener listener) {
    listeners.add(listener);
  }

  /**
   * The site of a name.
   *
   * @throws NotFound where there is none
   */
  public LiveSite required(String id) {
    return sites.computeIfAbsent(
        id,
        name ->
            new LiveSite(
                store
                    .find(name)
                    .orElseThrow(
                        () ->
                            new NotFound(
                                "there is no site '" + name + "'",
                                "Maybe put it first, at /api/v1/sites/" + name + ".")),
                store,
                listeners));
  }

  /**
   * Puts a site, in place of one that was there: nobody is on it yet.
   *
   * @param onlyNew whether one that is there stays
   * @throws SiteExists where it does
   */
  public LiveSite put(SiteStore.Site site, boolean onlyNew) {
    return sites.compute(
        site.id(),
        (id, before) -> {
          if (before != null && !onlyNew) {
            before.end();
          }
          if (!store.put(site, onlyNew)) {
            throw new SiteExists(id);
          }
          return new LiveSite(site, store, listeners);
        });
  }

  /** Whether there was one. */
  public boolean delete(String id) {
    boolean[] was = {false};
    sites.compute(
        id,
        (name, before) -> {
          if (before != null) {
            before.end();
          }
          was[0] = store.delete(name);
          return null;
        });
    return was[0];
  }
}
