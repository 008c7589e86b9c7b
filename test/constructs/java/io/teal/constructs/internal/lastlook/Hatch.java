package io.teal.constructs.internal.lastlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.constructs.IConstruct;

/** A stack with a service, of which something is changed behind Teal's back. */
final class Hatch {
    static final String PRODUCTION = "shop/Orders/Traffic/LoadBalancer/Production";
    static final String BLUE = "shop/Orders/Blue/Group";
    static final String BLUE_TARGETS = "shop/Orders/Traffic/BlueTargets";
    static final String SHIFT = "shop/Orders/Cutover/Shift";

    private Hatch() {}

    static CfnResource production(BlueGreenService service) {
        return service.getRouter().getProduction();
    }

    static CfnResource blue(BlueGreenService service) {
        return L1.of(service.getFleet(Color.BLUE).orElseThrow().getAutoScalingGroup());
    }

    static CfnResource targets(BlueGreenService service, Color color) {
        return L1.of(service.getRouter().getTargetGroup(color));
    }

    /** What a rule that somebody else writes forwards to both colours with. */
    static List<Object> forwardToBoth(BlueGreenService service) {
        List<Map<String, Object>> groups = List.of(
                Map.of("TargetGroupArn", targets(service, Color.BLUE).getRef(), "Weight", 50),
                Map.of("TargetGroupArn", targets(service, Color.GREEN).getRef(), "Weight", 50));
        return List.of(Map.of("Type", "forward", "ForwardConfig", Map.of("TargetGroups", groups)));
    }

    /** The lines that a synthesis of the nominal service after {@code change} ends with. */
    static List<String> lines(Consumer<BlueGreenService> change) {
        BlueGreenService service = SampleService.both().service();
        change.accept(service);
        return lines(service);
    }

    static List<String> lines(IConstruct inStack) {
        Throwable refused = catchThrowable(() -> Template.fromStack(Stack.of(inStack)));
        if (refused == null) {
            return List.of();
        }
        String text = refused.getMessage();
        assertThat(text).contains("Validation failed with the following errors:");
        return text.substring(0, text.indexOf("\n@jsii"))
                .lines()
                .skip(1)
                .map(String::strip)
                .toList();
    }

    /** A synthesis after {@code change} ends with this line, and no other. */
    static void refuses(Consumer<BlueGreenService> change, String line) {
        assertThat(lines(change)).containsExactly("[shop] " + line);
    }
}
