package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The hosts of one colour: a launch template, an Auto Scaling group of a fixed name and a CPU target.
 *
 * <p>It is in the template if and only if its colour has a version, so construct it only then. What CloudFormation
 * does:
 *
 * <ul>
 *   <li>create: creates the group; nothing waits for healthy hosts;
 *   <li>update of the launch template: an instance refresh, launching before it terminates, which CloudFormation waits
 *       for; the policy is the same constant in every template, because a rollback reads it from the template it
 *       returns to;
 *   <li>update of the sizes: takes effect at once and waits for nothing;
 *   <li>removal: in the cleanup after the update has succeeded, so never before traffic has left.
 * </ul>
 *
 * <p>The group has no desired capacity in the template: a deploy never changes the size of a running fleet.
 */
public class ColorFleetConstruct extends AutoScalingFleet {
    private final ColorFleetProps props;

    /**
     * The fleet that {@code props} describe.
     *
     * @throws InvalidValueException if a group of the app has the name
     */
    public ColorFleetConstruct(Construct scope, String id, ColorFleetProps props) {
        super(
                scope,
                id,
                groupName(scope, props.serviceName(), props.color()),
                props.parts(),
                props.boot(),
                Optional.of(new RefreshPolicy(Map.of())),
                props.applies());
        this.props = props;
        tag(Contract.SERVICE_TAG, props.serviceName());
        tag(Contract.COLOR_TAG, props.color().toString());
        tag(Contract.VERSION_TAG, props.version().value());
    }

    /**
     * The group's name, {@code <stack>-<service>-<color>}: fixed, so that policies can name it without referring to it.
     */
    public static String groupName(Construct scope, String serviceName, Color color) {
        return GroupNames.of(scope, serviceName) + "-" + color;
    }

    /** The slot. */
    public final Color getColor() {
        return props.color();
    }

    /** What the fleet runs. */
    public final Version getVersion() {
        return props.version();
    }

    /** The fewest hosts. */
    public final int getMinCapacity() {
        return props.parts().options().minCapacity();
    }
}
