package io.teal.rehearsal.sim;

import io.teal.release.port.AwsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What goes wrong with calls, and when the function dies. */
public final class Faults {
    private static final long CLOUDFORMATION_WAITS = 3600;

    private final World world;
    private final Set<String> blind = new HashSet<>();
    private final Map<String, String> denied = new HashMap<>();
    private double unreadable;
    private double unwritable;
    private long throttledUntil;
    private long downUntil;
    private int dieAt = -1;
    private boolean dieAfter;
    private String secondPort = "";
    private boolean dieBetween;
    private int calls;

    /** What becomes of a write. */
    enum Fate {
        APPLIED,
        REJECTED,
        APPLIED_UNANSWERED,
        LATE,
        LATE_UNANSWERED
    }

    /** The function's process ends in the middle of what it does; only the state machine may catch this. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death() {
            super("Runtime exited with error: signal: killed");
        }
    }

    Faults(World world) {
        this.world = world;
    }

    /** Of a hundred reads and of a hundred writes, so many meet a fault. */
    public void percent(double ofReads, double ofWrites) {
        unreadable = ofReads / 100;
        unwritable = ofWrites / 100;
    }

    /** Every call is throttled for so long. */
    public void throttle(long seconds) {
        throttledUntil = world.time.now() + seconds * 1000;
        world.story.tell(() -> "AWS throttles everything for " + seconds + " s");
    }

    /**
     * The function cannot run for so long; from an hour on, which is how long CloudFormation waits, the stack may be
     * stuck.
     */
    public void down(long seconds) {
        if (seconds >= CLOUDFORMATION_WAITS) {
            world.judge.excuse("nobody can answer CloudFormation in time");
        }
        downUntil = world.time.now() + seconds * 1000;
        world.story.tell(() -> "the function cannot run for " + seconds + " s");
    }

    /** The calls of these names fail until they are let see again. */
    public void blind(String... names) {
        blind.addAll(Set.of(names));
    }

    /** The calls of this name fail with {@code code} until they are allowed again. */
    public void deny(String name, String code) {
        denied.put(name, code);
        world.story.tell(() -> name + " is refused with " + code);
    }

    /** What is written of the second port fails with {@code code} until it is allowed again. */
    public void refuseSecondPort(String code) {
        secondPort = code;
        world.story.tell(() -> "writes of the second port are refused with " + code);
    }

    /** The function dies when it is about to write the second port, once. */
    public void dieBetweenPorts() {
        dieBetween = true;
    }

    /** The weights of {@code listener} are about to be written. */
    void writes(String listener) {
        boolean second = !listener.equals(Balancer.PRODUCTION);
        if (second && dieBetween) {
            dieBetween = false;
            throw dies();
        }
        if (second && !secondPort.isEmpty()) {
            throw new AwsException(secondPort, "ModifyListener: " + secondPort, null);
        }
    }

    /** Nothing is denied any more. */
    public void allow() {
        denied.clear();
        secondPort = "";
        world.story.tell(() -> "nothing is refused any more");
    }

    /** The function dies at its call number {@code call} from now, before or after it; at most once. */
    public void die(int call, boolean after) {
        dieAt = calls + call;
        dieAfter = after;
    }

    /**
     * The function does {@code what}. A state machine and Lambda try again whatever it throws: what it should never
     * throw ends the world.
     */
    <T> T foreseen(String on, Supplier<T> what) {
        try {
            return what.get();
        } catch (AwsException | Death foreseen) {
            throw foreseen;
        } catch (RuntimeException unforeseen) {
            world.time.fails(new AssertionError("the function fails on " + on, unforeseen));
            throw unforeseen;
        }
    }

    boolean isDown() {
        return world.time.now() < downUntil;
    }

    /** What happens to a read; null if nothing. */
    String reading(String name) {
        if (world.time.now() < throttledUntil) {
            return "ThrottlingException";
        }
        if (denied.containsKey(name)) {
            return denied.get(name);
        }
        boolean fails = blind.contains(name) || unreadable > 0 && world.random.nextDouble() < unreadable;
        return fails ? world.random.nextBoolean() ? "ThrottlingException" : "InternalFailure" : null;
    }

    Fate writing(String name) {
        if (world.time.now() < throttledUntil || blind.contains(name)) {
            return Fate.REJECTED;
        }
        boolean fails = unwritable > 0 && world.random.nextDouble() < unwritable;
        return fails ? Fate.values()[1 + world.random.nextInt(4)] : Fate.APPLIED;
    }

    /** A call, or the end of a tick, is about to happen. */
    void before() {
        calls++;
        if (calls == dieAt && !dieAfter) {
            throw dies();
        }
    }

    /** It has happened. */
    void after() {
        if (calls == dieAt && dieAfter) {
            throw dies();
        }
    }

    private Death dies() {
        world.story.tell(() -> "the function dies at call " + calls + (dieAfter ? ", after it" : ", before it"));
        return new Death();
    }
}
