package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.release.Contract;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {
    @Test
    void aResponseArrivesAfterTheCallThatAskedForIt() {
        try (World world = World.virtual()) {
            CustomResources resources =
                    new CustomResources(world.balancer, world.fleets, world.timers, () -> "", line -> {});
            CompletableFuture<Map<String, Object>> response = resources.ask(
                    "Create", new CustomResourceModel("P", Contract.PREFLIGHT, Map.of()), Optional.empty());
            assertThat(response).isNotDone();
            assertThat(world.timers.await(response)).containsEntry("Status", "FAILED");
        }
    }
}
