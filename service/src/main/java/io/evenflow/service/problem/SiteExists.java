package io.evenflow.service.problem;

/** A site was to be made where one of its name is there already. */
public final class SiteExists extends Problem {
  static final Kind KIND =
      new Kind(
          "site-exists",
          412,
          "There is a site of this name",
          "If-None-Match: * was asked and there is a site of this name; nothing has changed.");

  public SiteExists(String id) {
    super(
        KIND,
        "there is a site '" + id + "' already",
        "Maybe choose another name, or delete that site first.");
  }
}
