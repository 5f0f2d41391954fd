package io.evenflow.io;

import org.jspecify.annotations.Nullable;

/**
 * What holds where a field is left out, or {@code null}.
 *
 * @param isRequired whether it must be there
 * @param onNull what {@code null} is
 * @param absent its value where it is left out, null for none
 * @param words the same in words, for people
 */
record Presence<V>(boolean isRequired, Null onNull, @Nullable V absent, String words) {
  /** What {@code null} is. */
  enum Null {
    /** No value of this field. */
    WRONG,
    /** As if it was left out. */
    ABSENT,
    /** Something of its own. */
    SPEAKS
  }

  static <V> Presence<V> required() {
    return new Presence<>(true, Null.WRONG, null, "");
  }
}
