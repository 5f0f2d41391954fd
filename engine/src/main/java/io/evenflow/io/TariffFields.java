package io.evenflow.io;

import static io.evenflow.io.Field.series;

import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices of what a meter draws and of what it feeds in. */
final class TariffFields {
  private static final Field<Series> IMPORT =
      series("importPricePerMwh")
          .optional("none")
          .unit("per MWh")
          .second()
          .says("a number or T numbers: price of the net energy drawn");
  private static final Field<Series> EXPORT =
      series("exportPricePerMwh")
          .optional("`importPricePerMwh`")
          .unit("per MWh")
          .second()
          .says(
              "likewise of the net energy fed in; in no period more than `importPricePerMwh`, which"
                  + " it needs");

  private TariffFields() {}

  /** The two fields of a thing with a meter. */
  static <T> Shape<T> with(Shape<T> shape, String otherwise, Function<T, @Nullable Tariff> of) {
    return shape
        .with(IMPORT.optional(otherwise), thing -> importPrice(of.apply(thing)))
        .with(EXPORT, thing -> exportPrice(of.apply(thing)));
  }

  private static @Nullable Series importPrice(@Nullable Tariff tariff) {
    return tariff == null ? null : tariff.importPerMwh();
  }

  /** Null where it is the price of import. */
  private static @Nullable Series exportPrice(@Nullable Tariff tariff) {
    return tariff == null || tariff.exportPerMwh().equals(tariff.importPerMwh())
        ? null
        : tariff.exportPerMwh();
  }

  static @Nullable Tariff read(JsonObject object) {
    Series drawn = object.orNull(IMPORT);
    Series fed = object.orNull(EXPORT);
    if (drawn == null && fed != null) {
      throw object.error(
          "importPricePerMwh is missing, and exportPricePerMwh is given",
          "Maybe the price of import was left out, or written with another name.");
    }
    return drawn == null
        ? null
        : object.build(
            "Maybe the two are the wrong way round.",
            () -> new Tariff(drawn, fed == null ? drawn : fed));
  }
}
