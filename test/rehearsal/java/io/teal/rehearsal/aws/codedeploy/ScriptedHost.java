package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One host without a service, which is a process, and the agent on it. */
record ScriptedHost(ChildProcesses processes, Host host, ScriptedAgent agent) implements AutoCloseable {
    private static final FleetModel FLEET = new FleetModel(
            "F",
            new FleetModel.GroupSize(1, 1, OptionalInt.empty()),
            List.of("B"),
            new FleetModel.ReleaseTags("blue", "1.0.0"),
            "launch",
            Optional.empty(),
            FleetModel.HealthCheckUse.NONE);

    static ScriptedHost boot(boolean sandboxed) throws IOException {
        ChildProcesses processes = new ChildProcesses();
        String command = LocalCodeDeploy.machine(processes.folder(), sandboxed);
        Launcher launcher = new Launcher(processes, Optional.of(command), Map.of());
        Host host = new Host("h1", FLEET, launcher.boot("h1", FLEET, 0), 0, Instant.EPOCH);
        return new ScriptedHost(processes, host, new ScriptedAgent(host, processes.folder()));
    }

    @Override
    public void close() {
        processes.close();
    }
}
