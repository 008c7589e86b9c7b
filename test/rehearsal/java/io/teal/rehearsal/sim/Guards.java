package io.teal.rehearsal.sim;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.GuardOutlook;
import io.teal.runtime.execution.Runs;
import java.util.List;
import java.util.Map;

/** What people do to the guard, and are told of it. */
public final class Guards {
    private final World world;

    Guards(World world) {
        this.world = world;
    }

    /** Somebody deletes the rule that hears of alarms: what is left is the schedule. */
    public void deafen() {
        world.stack.standIn.guards().forget(StackGuard.ALARMS);
    }

    /** Somebody holds the guard. */
    public void hold() {
        world.fleet(Color.GREEN).tag(Contract.GUARD_TAG, "maintenance");
    }

    /** What the guard would do now, as an operator is told. */
    @SuppressWarnings("unchecked")
    public String outlook() {
        List<Execution> runs = world.aws.listExecutions("");
        Map<String, Object> shift = runs.stream()
                .filter(run -> run.name().startsWith("shift-"))
                .flatMap(run -> world.aws.describeExecutionOutput(run.arn()).stream())
                .findFirst()
                .orElseThrow();
        Map<String, Object> event = (Map<String, Object>) shift.get(Runs.EVENT);
        CutoverProperties properties = CutoverMap.read((Map<String, Object>) event.get("ResourceProperties"));
        return GuardOutlook.line(world.aws, world.clock, "stack", properties, runs)
                .orElseThrow();
    }
}
