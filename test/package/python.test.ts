import { testLanguage } from './languages';
import { installedInPython, missingForPython } from './python';

testLanguage('Python', missingForPython(), 'app.py', installedInPython);
