package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.aws.lambda.FunctionCode;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.release.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static CustomResourceBacking backing(Optional<String> silent) {
        return new CustomResourceBacking(silent.isEmpty(), silent, Optional.empty(), TIMEOUT);
    }

    @Test
    void aResponseArrivesAfterTheCallThatAskedForIt() {
        try (World world = World.virtual()) {
            CompletableFuture<Map<String, Object>> response = ask(world, backing(Optional.empty()));
            assertThat(response).isNotDone();
            assertThat(world.timers.await(response)).containsEntry("Status", "FAILED");
            assertThat(world.timers.instant()).isBefore(Instant.parse("2026-01-01T00:01:00Z"));
        }
    }

    @Test
    void whereNoAnswerCanComeItsTimeoutIsWaitedFor() {
        try (World world = World.virtual()) {
            CompletableFuture<Map<String, Object>> response = ask(world, backing(Optional.of("it is not there")));
            assertThat(world.timers.await(response))
                    .containsEntry("Reason", "no answer within its ServiceTimeout of 60 s: it is not there");
            assertThat(world.timers.instant()).isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
        }
    }

    private static CompletableFuture<Map<String, Object>> ask(World world, CustomResourceBacking backing) {
        CustomResources resources = new CustomResources(
                world.balancer,
                world.fleets,
                world.timers,
                FunctionCode.OF_TEAL,
                new LocalFunctions(port -> Optional.empty()),
                () -> "",
                line -> {});
        CustomResourceModel model = new CustomResourceModel("P", Contract.PREFLIGHT, Map.of());
        return resources.ask("Create", model, backing, Optional.empty());
    }
}
