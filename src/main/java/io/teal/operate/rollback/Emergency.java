package io.teal.operate.rollback;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.port.AwsException;
import io.teal.runtime.execution.EmergencyLook;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs the engine's emergency plan in this process, tick by tick, until it has ended. */
final class Emergency implements Decision.Driver<Journal, InterruptedException> {
    /** After a call: its effect can then be read back. */
    private static final Duration AFTER_CALL = Duration.ofSeconds(2);

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** What was seen so long ago at most is decided from. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Connection connection;
    private final Service service;
    private final Consumer<String> say;
    private String said = "";
    private Journal journal;
    private EmergencyLook look;
    private boolean stale;

    /** Of {@code service}, which {@code first} has seen. */
    Emergency(Connection connection, Service service, EmergencyLook first, Consumer<String> say) {
        this.connection = connection;
        this.service = service;
        this.look = first;
        this.say = say;
    }

    /** The present state of {@code service}. */
    static EmergencyLook look(Connection connection, Service service) {
        return new EmergencyLook(
                connection.aws(),
                service.properties(),
                connection.clock(),
                connection.reads(),
                service.stack().id());
    }

    /** Moves all traffic to {@code to}; returns the last journal. */
    Journal run(Color to) throws InterruptedException {
        CutoverProperties properties = service.properties();
        Plan plan = new Plans(properties.timing(), properties.minCapacity()).emergency(to);
        journal = Journal.begin(look.seen().now());
        while (journal.outcome().isEmpty()) {
            boolean anew = stale || late();
            stale = false;
            Decision decision = Engine.tick(plan, journal, seen(anew));
            if (decision instanceof Decision.Wait && !anew) {
                stale = true;
                continue;
            }
            if (!(decision instanceof Decision.Ended)) {
                say(decision.why());
            }
            journal = decision.carryOut(this);
        }
        return journal;
    }

    private boolean late() {
        return look.seen().now().isBefore(connection.clock().instant().minus(FRESH));
    }

    /**
     * One look serves several ticks that only remember something. It is taken anew after a call or a wait, and where a
     * tick would wait for what an earlier one has decided from.
     */
    private Observation seen(boolean anew) {
        if (anew) {
            look = look(connection, service);
        }
        return look.seen();
    }

    @Override
    public Journal note(Decision.Note decision) {
        return decision.journal();
    }

    @Override
    public Journal waits(Decision.Wait decision) throws InterruptedException {
        stale = true;
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
        stale = true;
        try {
            if (decision.effect().call(look.effects()).hook().isPresent()) {
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
