package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose output a report quotes when a version is stopped. */
class HostOutputTest {
    @Test
    void itIsThatOfTheNewestVersionAndItsLastLinesOnly() throws IOException {
        try (ChildProcesses processes = new ChildProcesses()) {
            Launcher machines = new Launcher(processes, Optional.of("true"), Map.of());
            String lines =
                    IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
            Files.writeString(processes.folder().resolve("h2.log"), "the old one\n");
            Files.writeString(processes.folder().resolve("h10.log"), lines + "\n\n");
            Map<String, FleetModel> launched =
                    Map.of("h2", fleet("1.0.0"), "h9", fleet("1.0.0"), "h10", fleet("2.0.0"));
            List<String> quoted = HostOutput.of(machines, launched);
            assertThat(quoted).hasSize(20).startsWith("11").endsWith("30");
            assertThat(HostOutput.of(machines, Map.of("h2", fleet("1.0.0"), "h9", fleet("2.0.0"))))
                    .isEmpty();
            assertThat(HostOutput.of(machines, Map.of())).isEmpty();
        }
    }

    private static FleetModel fleet(String version) {
        return new FleetModel(
                "F",
                new FleetModel.GroupSize(1, 1, OptionalInt.empty()),
                List.of("B"),
                new FleetModel.ReleaseTags("blue", version),
                "launch",
                Optional.empty(),
                FleetModel.HealthCheckUse.NONE);
    }
}
