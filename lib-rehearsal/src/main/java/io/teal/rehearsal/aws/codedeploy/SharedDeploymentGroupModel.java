package io.teal.rehearsal.aws.codedeploy;

/**
 * A CodeDeploy deployment group of hosts that both colours share.
 *
 * @param id its logical id
 * @param fleet logical id of the Auto Scaling group it deploys to
 */
public record SharedDeploymentGroupModel(String id, String fleet) {}
