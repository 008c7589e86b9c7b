package io.teal.operate.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest template that has a service. */
final class StandInTemplate {
    private static final String LATEST = "activeColor=green\nblueVersion=1.0.0\ngreenVersion=2.0.0";
    private static final int MOST = 8;

    private StandInTemplate() {}

    /** Its text. */
    static String text() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        ObjectNode resources = root.putObject("Resources");
        Map.of("Balancer", "LoadBalancer", "Production", "Listener", "BlueTargets", "TargetGroup")
                .forEach((id, type) -> resources.putObject(id).put("Type", "AWS::ElasticLoadBalancingV2::" + type));
        resources.putObject("GreenTargets").put("Type", "AWS::ElasticLoadBalancingV2::TargetGroup");
        resources.putObject("Machine").put("Type", "AWS::StepFunctions::StateMachine");
        ObjectNode shift = json.valueToTree(CutoverMap.write(properties()));
        shift.putObject("LoadBalancer").put("Ref", "Balancer");
        shift.putObject("StateMachine").put("Ref", "Machine");
        for (Color color : Color.values()) {
            String name = CutoverMap.name(color);
            shift.putArray(name + "TargetGroups").addObject().put("Ref", name + "Targets");
        }
        resources.putObject("Shift").put("Type", Contract.SHIFT).set("Properties", shift);
        return root.toString();
    }

    private static CutoverProperties properties() {
        ReleaseRequest request = ReleaseFormat.parseFile(LATEST, "stand-in");
        return new CutoverProperties(
                "orders",
                request,
                new Strategy.AllAtOnce(),
                ReleaseSource.flags(""),
                new Gating(Evidence.IF_ANY, 0),
                Timing.DEFAULT,
                MOST,
                0,
                "Balancer",
                "Machine",
                Map.of(),
                Optional.empty(),
                false,
                List.of(),
                Map.of(Color.BLUE, color(Color.BLUE), Color.GREEN, color(Color.GREEN)));
    }

    private static ColorProperties color(Color color) {
        return new ColorProperties("orders-" + color, List.of("targets"), "", Optional.of("1"), List.of());
    }
}
