package io.evenflow.io;

import org.jspecify.annotations.Nullable;

/** The version of this program that results name. */
final class Version {
  /** Where classes run outside a jar, as in tests. */
  private static final String DEVELOPMENT = "0.1.0-SNAPSHOT";

  private Version() {}

  static String text() {
    Package home = Version.class.getPackage();
    @Nullable String version = home == null ? null : home.getImplementationVersion();
    return version == null ? DEVELOPMENT : version;
  }
}
