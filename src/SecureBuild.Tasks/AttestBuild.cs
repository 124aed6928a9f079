namespace SecureBuild.Tasks;

class AttestBuild;
