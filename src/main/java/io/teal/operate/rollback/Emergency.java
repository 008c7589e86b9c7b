package io.teal.operate.rollback;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.port.AwsException;
import io.teal.runtime.execution.Effects;
import io.teal.runtime.execution.Observer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Runs the engine's emergency plan in this process, tick by tick, until it has ended. */
final class Emergency implements Decision.Driver<Journal, InterruptedException> {
    /** After a call: its effect can then be read back. */
    private static final Duration AFTER_CALL = Duration.ofSeconds(2);

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Connection connection;
    private final Consumer<String> say;
    private String said = "";
    private Journal journal;
    private Effects effects;

    Emergency(Connection connection, Consumer<String> say) {
        this.connection = connection;
        this.say = say;
    }

    /** Moves all traffic of {@code service} to {@code to}; returns the last journal. */
    Journal run(Service service, Color to) throws InterruptedException {
        CutoverProperties properties = service.properties();
        Plan plan = new Plans(properties.timing(), properties.minCapacity()).emergency(to);
        effects = new Effects(connection.aws(), properties, List::of);
        journal = Journal.begin(connection.clock().instant());
        while (journal.outcome().isEmpty()) {
            Decision decision = Engine.tick(
                    plan,
                    journal,
                    new Observer(connection.aws(), properties, connection.clock())
                            .observe(service.stack().id()));
            if (!(decision instanceof Decision.Ended)) {
                say(decision.why());
            }
            journal = decision.carryOut(this);
        }
        return journal;
    }

    @Override
    public Journal note(Decision.Note decision) {
        return decision.journal();
    }

    @Override
    public Journal waits(Decision.Wait decision) throws InterruptedException {
        connection.pause().of(BETWEEN);
        return decision.journal();
    }

    @Override
    public Journal ended(Decision.Ended decision) {
        return decision.journal();
    }

    /** A failed call leaves the journal as it was; the next tick decides again. */
    @Override
    public Journal call(Decision.Call decision) throws InterruptedException {
        Journal after = decision.journal();
        try {
            if (decision.effect().call(effects).hook().isPresent()) {
                throw new IllegalStateException("an emergency plan has no " + decision.effect());
            }
        } catch (AwsException failed) {
            say("the call failed: " + failed.getMessage());
            after = journal;
        }
        connection.pause().of(AFTER_CALL);
        return after;
    }

    /** Skips a repeated reason; that of a write comes twice, the first time after {@code going to write}. */
    private void say(String line) {
        if (!said.endsWith(line)) {
            say.accept(line);
        }
        said = line;
    }
}
