package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * C9: a grant that a release drops stays until the deploy is over, so the live colour keeps it while it has traffic.
 */
class LastingGrantsTest {
    @Test
    void aPolicyWithoutAGrantIsAnotherOneSoThatTheOldOneIsRemovedLast() {
        SynthTemplate before = granted(SampleService.blueOnly(), "sqs:SendMessage", "s3:GetObject");
        SynthTemplate after = granted(SampleService.both(), "s3:GetObject");
        assertThat(policy(after)).isNotEqualTo(policy(before)).startsWith("OrdersHostsRoleDefaultPolicy");
        assertThat(name(after)).as("two of one name would overwrite each other").isNotEqualTo(name(before));
        assertThat(after.resources()).doesNotContainKey(policy(before));
    }

    @Test
    void aReleaseWithTheSameGrantsChangesNoPolicy() {
        SynthTemplate before = granted(SampleService.blueOnly(), "sqs:SendMessage");
        SynthTemplate after = granted(SampleService.both(), "sqs:SendMessage");
        assertThat(after.resources().get(policy(after)))
                .isEqualTo(before.resources().get(policy(before)));
    }

    @Test
    void nothingElseOfTheRoleChangesItsId() {
        Set<String> bare = ids(SampleService.both().synth());
        SynthTemplate granted = granted(SampleService.both(), "sqs:SendMessage");
        Set<String> all = ids(granted);
        all.remove(policy(granted));
        assertThat(all).isEqualTo(bare);
    }

    private static SynthTemplate granted(SampleService sample, String... actions) {
        BlueGreenService service = sample.service();
        Stream.of(actions)
                .forEach(action -> service.getRole()
                        .addToPolicy(PolicyStatement.Builder.create()
                                .actions(List.of(action))
                                .resources(List.of("*"))
                                .build()));
        return SynthTemplate.of(service);
    }

    private static String policy(SynthTemplate template) {
        return template.ids("IAM::Policy").get(0);
    }

    private static Object name(SynthTemplate template) {
        return template.properties(SynthTemplate.withoutHash(policy(template))).get("PolicyName");
    }

    private static Set<String> ids(SynthTemplate template) {
        return new TreeSet<>(template.resources().keySet());
    }
}
