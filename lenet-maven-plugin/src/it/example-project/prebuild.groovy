// The example stands where its readers look for it; here it is copied out of the tree as a user would, without anything built.
import java.nio.file.Files

def example = new File(basedir, '../../../../example-project').canonicalFile.toPath()
Files.walk(example).withCloseable { paths ->
  paths.filter { Files.isRegularFile(it) && !it.startsWith(example.resolve('target')) }.forEach {
    def copy = basedir.toPath().resolve(example.relativize(it).toString())
    Files.createDirectories(copy.parent)
    Files.copy(it, copy)
  }
}
true
