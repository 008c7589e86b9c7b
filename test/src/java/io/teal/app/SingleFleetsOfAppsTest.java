package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.FakeAccount;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.release.port.Reads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command line reads of a service with one fleet from the template that the CDK writes. */
class SingleFleetsOfAppsTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/deployed/1";

    @SuppressWarnings("unchecked")
    private static SingleFleet deployed(String app) throws IOException {
        Map<String, Object> template = Templates.in(Assemblies.of(app, "version=2.0.0"))
                .values()
                .iterator()
                .next();
        FakeAccount account = new FakeAccount();
        account.stacks.put("deployed", new StackState("deployed", ID, "UPDATE_COMPLETE", Map.of()));
        account.templates.put("deployed", new ObjectMapper().writeValueAsString(template));
        for (String id : ((Map<String, Object>) template.get("Resources")).keySet()) {
            account.resources.put(id, id.contains("Health") ? id : "arn:" + id);
        }
        List<SingleFleet> found = Stack.read(account, Reads.IN_TURN, "deployed").singleFleets();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aRollingServiceSaysItsVersionItsAlarmsAndItsPace() throws IOException {
        SingleFleet tickets = deployed("rolling");
        assertThat(tickets.inPlace()).isFalse();
        assertThat(tickets.version()).contains("2.0.0");
        assertThat(tickets.alarms())
                .hasSize(3)
                .allMatch(alarm -> alarm.startsWith("TicketsFleetHealth"), "an alarm's name");
        assertThat(tickets.refresh()).hasValueSatisfying(pace -> {
            assertThat(pace.checkpoints()).containsExactly(20, 50, 100);
            assertThat(pace.pause()).isEqualTo(Duration.ofMinutes(5));
            assertThat(pace.bake()).isEqualTo(Duration.ofMinutes(10));
            assertThat(pace.warmup()).isEqualTo(Duration.ofMinutes(2));
        });
    }

    @Test
    void aServiceInPlaceSaysItsVersionItsAlarmsAndHowItInstalls() throws IOException {
        SingleFleet bookings = deployed("in-place");
        assertThat(bookings.inPlace()).isTrue();
        assertThat(bookings.version()).contains("2.0.0");
        assertThat(bookings.alarms()).hasSize(3).allMatch(alarm -> alarm.startsWith("BookingsFleetHealth"));
        assertThat(bookings.install()).hasValueSatisfying(install -> {
            assertThat(install.machine()).startsWith("arn:");
            assertThat(install.hosts()).isEqualTo("CodeDeployDefault.HalfAtATime");
            assertThat(install.timeout()).isEqualTo(Duration.ofMinutes(20));
            assertThat(install.bake()).isEqualTo(Duration.ofMinutes(10));
        });
    }
}
