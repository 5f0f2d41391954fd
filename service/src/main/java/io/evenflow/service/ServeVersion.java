package io.evenflow.service;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class ServeVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    @Nullable String version = ServeVersion.class.getPackage().getImplementationVersion();
    return new String[] {"evenflow " + (version == null ? "development" : version)};
  }
}
