package io.teal.release.port;

import java.util.List;

/**
 * CodeDeploy, in its own words; the same rules as for {@link Aws}: one call or one paginated call each, no policy, and
 * what changes something is sent once.
 */
public interface CodeDeploy {

    /** {@code GetDeploymentGroup}. */
    DeploymentGroup getDeploymentGroup(String application, String group);

    /**
     * {@code CreateDeployment} of {@code revision}, with the group's own configuration; returns its id.
     *
     * @param description who asks, for people
     * @throws AwsException with code {@code DeploymentLimitExceededException} if the group has a deployment already
     */
    String createDeployment(String application, String group, Revision revision, String description);

    /**
     * The same, with the alarms of the group turned off for this deployment ({@code overrideAlarmConfiguration}): for a
     * rollback from what set them off. By default it is {@link #createDeployment}.
     */
    default String createDeploymentWithoutAlarms(
            String application, String group, Revision revision, String description) {
        return createDeployment(application, group, revision, description);
    }

    /** {@code GetDeployment}. */
    Deployment getDeployment(String id);

    /** {@code ListDeployments}: ids of the group's deployments that have not ended. */
    List<String> listRunningDeployments(String application, String group);

    /** {@code ListDeploymentTargets} and {@code BatchGetDeploymentTargets}: the hosts of a deployment, 25 at most. */
    List<DeploymentTarget> describeDeploymentTargets(String id);

    /** {@code StopDeployment}, without rolling back. */
    void stopDeployment(String id);
}
