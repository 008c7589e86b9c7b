package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.Delivery;
import io.teal.constructs.HostOptions;
import io.teal.constructs.HostSetup;
import io.teal.constructs.SampleService;
import io.teal.release.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.constructs.IConstruct;

/** Commands of an app's that come after CloudWatch's agent has set up the user data. */
class LateUserDataTest {

    @Test
    void theyAreRefusedAndNotLost() {
        UserData data = UserData.forLinux();
        SampleService late = SampleService.both()
                .fleet(options -> options.hosts(HostOptions.builder()
                        .cloudWatchAgent("/var/log/orders.log")
                        .build()))
                .with((stack, props) -> {
                    props.delivery(booting(data));
                    Aspects.of(stack).add(new TooLate(data));
                });
        assertThatThrownBy(late::synth).hasMessageContaining("user data were changed after the service was made");
    }

    private static Delivery booting(UserData data) {
        return new Delivery() {
            @Override
            public HostSetup hostSetup(Version version) {
                return new HostSetup(MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")), data);
            }
        };
    }

    /** What an app does after it has made its service. */
    private record TooLate(UserData data) implements IAspect {
        @Override
        public void visit(IConstruct node) {
            if (node instanceof Stack) {
                data.addCommands("echo too late");
            }
        }
    }
}
