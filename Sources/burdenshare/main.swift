import BurdenShareCLI

runCommandLine()
