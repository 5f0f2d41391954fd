package io.evenflow.service.problem;

/** A scenario is sent as application/json, tables as multipart/form-data. */
public final class UnsupportedMediaType extends Problem {
  static final Kind KIND =
      new Kind(
          "unsupported-media-type",
          415,
          "Body is of another type",
          "A scenario is sent as application/json, tables as multipart/form-data.");

  public UnsupportedMediaType(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
