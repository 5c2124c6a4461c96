import static groovy.io.FileType.FILES
import static java.util.concurrent.TimeUnit.MINUTES
import static org.assertj.core.api.Assertions.assertThat

import com.sun.net.httpserver.HttpServer
import io.github.lenet.maven.NestedMaven

def password = 'open-sesame'
def authorization = "Basic ${"anna:$password".bytes.encodeBase64()}".toString()

/** Lets in only who knows the password, and then has nothing. */
def heard = [].asSynchronized()
def mirror = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
mirror.createContext('/') { exchange ->
  def header = exchange.requestHeaders.getFirst('Authorization')
  heard << header
  exchange.responseHeaders.add('WWW-Authenticate', 'Basic realm="files"')
  exchange.sendResponseHeaders(header == authorization ? 404 : 401, -1)
  exchange.close()
}
mirror.start()
def address = "http://localhost:${mirror.address.port}/mnist/".toString()

def log = new File(basedir, 'download.log')
try {
  def builder = NestedMaven.at(basedir, localRepositoryPath, basedir, [
      'lenet:download', '-X', '-e', '-gs', new File(basedir, 'global-settings.xml').path, "-Dlenet.sources=$address".toString()])
  builder.command().remove('-o')
  def build = builder.redirectOutput(log).start()
  assertThat(build.waitFor(2, MINUTES)).as(log.text).isTrue()
} finally {
  mirror.stop(0)
}

assertThat(heard).contains(authorization)
assertThat(log.text).contains('[DEBUG]', address, '404')
def isSecret = { String text -> [password, authorization - 'Basic '].any { text.contains(it) } }
basedir.eachFileRecurse(FILES) { file ->
  assertThat(file.name in ['global-settings.xml', 'verify.groovy'] || !isSecret(file.getText('UTF-8'))).as(file.path).isTrue()
}
true
