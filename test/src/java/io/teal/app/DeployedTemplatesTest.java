package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.FakeAccount;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.release.port.Reads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CLI reads what a service is told from the template that is deployed; here from every app's. */
class DeployedTemplatesTest {
    private static final String ID = "arn:aws:cloudformation:eu-west-1:111122223333:stack/deployed/1";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "default",
                "existing-listener",
                "https-with-ssm-image",
                "network-load-balancer",
                "new-everything",
                "several-services",
                "with-codedeploy"
            })
    @SuppressWarnings("unchecked")
    void everyServiceOfEveryAppIsReadFromItsTemplate(String app) throws IOException {
        List<Service> services = new ArrayList<>();
        for (String flags : Apps.flags(app)) {
            for (Map<String, Object> template :
                    Templates.in(Assemblies.of(app, flags)).values()) {
                FakeAccount account = new FakeAccount();
                account.stacks.put("deployed", new StackState("deployed", ID, "UPDATE_COMPLETE", Map.of()));
                account.templates.put("deployed", new ObjectMapper().writeValueAsString(template));
                for (String id : ((Map<String, Object>) template.get("Resources")).keySet()) {
                    account.resources.put(id, "arn:" + id);
                    account.newest.put("arn:" + id, "7");
                }
                Stack stack = Stack.read(account, Reads.IN_TURN, "deployed");
                services.addAll(stack.services());
                assertThat(stack.singleFleets()).as("each group is a colour's").isEmpty();
            }
        }
        assertThat(services).hasSizeGreaterThanOrEqualTo(Apps.flags(app).size());
        assertThat(services).allSatisfy(service -> {
            assertThat(service.properties().stateMachine()).startsWith("arn:");
            assertThat(service.properties().colors().values())
                    .allSatisfy(color -> assertThat(color.targetGroups().get(0)).startsWith("arn:"))
                    .anySatisfy(color -> assertThat(color.newest()).contains("7"));
        });
    }
}
