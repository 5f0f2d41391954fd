package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.io.JsonSource;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.MalformedJson;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Texts that came over the network, read as the command line reads scenarios. */
final class ScenarioText {
  // A scenario's objects take many times its bytes; few at once are enough for few cores.
  private final Semaphore readers = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** The scenario, or the problem that says why it is none. */
  Scenario read(String text) {
    return made(
        () -> {
          try {
            JsonSource.parse("scenario", text);
          } catch (InputException problem) {
            throw new MalformedJson(problem.sentence(), problem.maybe());
          }
          return ScenarioReader.read("scenario", text);
        });
  }

  /** What is made of a text in its turn, or the problem that says why nothing is. */
  <T> T made(Supplier<T> reading) {
    readers.acquireUninterruptibly();
    try {
      return reading.get();
    } catch (RuntimeException problem) {
      throw ProblemAnswers.scenario(problem);
    } finally {
      readers.release();
    }
  }
}
