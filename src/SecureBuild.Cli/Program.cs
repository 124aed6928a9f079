using SecureBuild.Cli;

return CommandLine.Run(args);
