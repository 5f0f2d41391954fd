package io.evenflow.service.site;

import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.live.Event;
import io.evenflow.live.Promise;
import io.evenflow.live.SiteState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Something that changes a site's state, as it is kept: read again, it does the same again. */
sealed interface Word {
  /** An event from outside. */
  record Said(Event event) implements Word {}

  /** What chargers were told for the period that runs. Unit: kW */
  record Commanded(Map<String, Double> netKw) implements Word {}

  /** What was promised. */
  record Promised(Map<String, Promise> promises) implements Word {}

  /** Who is expected from now on. */
  record Expected(Newcomers newcomers) implements Word {}

  /** Who is expected after it. */
  default Newcomers after(Newcomers known) {
    return this instanceof Expected expected ? expected.newcomers() : known;
  }

  /** The state after it; an event that is refused changes nothing. */
  default SiteState after(SiteState state) {
    return switch (this) {
      case Said said -> state.apply(said.event()).state();
      case Commanded commanded -> state.commanded(commanded.netKw());
      case Promised promised -> state.promised(promised.promises());
      case Expected expected -> state;
    };
  }

  /** Its text. */
  default String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (this) {
      case Said said -> write(said.event(), json);
      case Expected expected -> {
        json.put("word", "newcomers");
        NewcomersJson.write(expected.newcomers(), json.putObject("newcomers"));
      }
      case Commanded commanded -> {
        json.put("word", "commanded");
        ObjectNode kw = json.putObject("netKw");
        commanded.netKw().forEach(kw::put);
      }
      case Promised promised -> {
        json.put("word", "promised");
        ObjectNode all = json.putObject("promises");
        promised
            .promises()
            .forEach(
                (session, promise) ->
                    all.putObject(session)
                        .put("energyKwh", promise.energyKwh())
                        .put("departure", promise.departure().toString()));
      }
    }
    return json.toString();
  }

  private static void write(Event event, ObjectNode json) {
    json.put("at", event.at().toString());
    switch (event) {
      case Event.Clock clock -> json.put("word", "clock");
      case Event.Arrived arrived -> {
        json.put("word", "arrived")
            .put("session", arrived.session())
            .put("station", arrived.station())
            .put("departure", arrived.departure().toString())
            .put("batteryKwh", arrived.batteryKwh())
            .put("energyKwh", arrived.energyKwh())
            .put("targetKwh", arrived.targetKwh());
        ChargerJson.write(arrived.charger(), json);
      }
      case Event.EnergyNow measured ->
          json.put("word", "energy")
              .put("session", measured.session())
              .put("energyKwh", measured.energyKwh());
      case Event.AssetEnergy measured ->
          json.put("word", "asset-energy")
              .put("asset", measured.asset())
              .put("energyKwh", measured.energyKwh());
      case Event.SolarExpected expected -> {
        json.put("word", "solar").put("plant", expected.plant()).put("from", expected.from());
        ArrayNode kw = json.putArray("availableKw");
        Arrays.stream(expected.availableKw()).forEach(kw::add);
      }
      case Event.LoadExpected expected -> {
        json.put("word", "load").put("station", expected.station()).put("from", expected.from());
        ArrayNode kw = json.putArray("loadKw");
        Arrays.stream(expected.loadKw()).forEach(kw::add);
      }
      case Event.LoadsExpected expected -> {
        json.put("word", "loads").put("from", expected.from());
        ArrayNode scale = json.putArray("scale");
        Arrays.stream(expected.scale()).forEach(scale::add);
      }
      case Event.TargetChanged changed ->
          json.put("word", "target")
              .put("session", changed.session())
              .put("targetKwh", changed.targetKwh());
      case Event.DepartureChanged changed ->
          json.put("word", "departure")
              .put("session", changed.session())
              .put("departure", changed.departure().toString());
      case Event.DrawsLess less ->
          json.put("word", "draws-less")
              .put("session", less.session())
              .put("mostKw", less.mostKw());
      case Event.Left left -> json.put("word", "left").put("session", left.session());
      case Event.LimitChanged changed ->
          json.put("word", "limit")
              .put("from", changed.from())
              .put("to", changed.to())
              .put("importKw", changed.importKw());
      case Event.ExportLimitChanged changed ->
          json.put("word", "export-limit")
              .put("from", changed.from())
              .put("to", changed.to())
              .put("exportKw", changed.exportKw());
      case Event.EmissionsExpected expected -> {
        json.put("word", "emissions").put("from", expected.from());
        ArrayNode grams = json.putArray("gramsPerKwh");
        Arrays.stream(expected.gramsPerKwh()).forEach(grams::add);
      }
      case Event.PricesPublished published -> {
        json.put("word", "prices").put("from", published.from());
        ArrayNode prices = json.putArray("perMwh");
        Arrays.stream(published.perMwh()).forEach(prices::add);
      }
    }
  }

  /** The word of a text. */
  static Word of(String text) {
    JsonObject json = JsonSource.parse("a site's word", text);
    return switch (json.text("word")) {
      case "commanded" -> {
        Map<String, Double> kw = new TreeMap<>();
        JsonObject all = json.object("netKw");
        all.node().propertyNames().forEach(session -> kw.put(session, all.number(session)));
        yield new Commanded(kw);
      }
      case "promised" -> {
        Map<String, Promise> promises = new TreeMap<>();
        JsonObject all = json.object("promises");
        all.node()
            .propertyNames()
            .forEach(
                session -> {
                  JsonObject one = all.object(session);
                  Instant departure = Instant.parse(one.text("departure"));
                  promises.put(session, new Promise(one.number("energyKwh"), departure));
                });
        yield new Promised(promises);
      }
      case "newcomers" ->
          new Expected(NewcomersJson.read(json.object("newcomers")).apply(Newcomers.NONE));
      default -> new Said(event(json, Instant.parse(json.text("at"))));
    };
  }

  private static Event event(JsonObject json, Instant at) {
    return switch (json.text("word")) {
      case "clock" -> new Event.Clock(at);
      case "arrived" ->
          new Event.Arrived(
              at,
              json.text("session"),
              json.text("station"),
              Instant.parse(json.text("departure")),
              json.number("batteryKwh"),
              json.number("energyKwh"),
              json.number("targetKwh"),
              ChargerJson.read(json));
      case "energy" -> new Event.EnergyNow(at, json.text("session"), json.number("energyKwh"));
      case "asset-energy" ->
          new Event.AssetEnergy(at, json.text("asset"), json.number("energyKwh"));
      case "solar" ->
          new Event.SolarExpected(
              at, json.text("plant"), json.wholeNumber("from"), json.numbers("availableKw"));
      case "load" ->
          new Event.LoadExpected(
              at, json.text("station"), json.wholeNumber("from"), json.numbers("loadKw"));
      case "loads" -> new Event.LoadsExpected(at, json.wholeNumber("from"), json.numbers("scale"));
      case "target" -> new Event.TargetChanged(at, json.text("session"), json.number("targetKwh"));
      case "departure" ->
          new Event.DepartureChanged(
              at, json.text("session"), Instant.parse(json.text("departure")));
      case "draws-less" -> new Event.DrawsLess(at, json.text("session"), json.number("mostKw"));
      case "left" -> new Event.Left(at, json.text("session"));
      case "limit" ->
          new Event.LimitChanged(
              at, json.wholeNumber("from"), json.wholeNumber("to"), json.number("importKw"));
      case "export-limit" ->
          new Event.ExportLimitChanged(
              at, json.wholeNumber("from"), json.wholeNumber("to"), json.number("exportKw"));
      case "emissions" ->
          new Event.EmissionsExpected(at, json.wholeNumber("from"), json.numbers("gramsPerKwh"));
      case "prices" ->
          new Event.PricesPublished(at, json.wholeNumber("from"), json.numbers("perMwh"));
      default -> throw new IllegalStateException("no word of a site: " + json.text("word"));
    };
  }
}
