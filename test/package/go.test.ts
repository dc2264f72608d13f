import { testLanguage } from './languages';
import { installedInGo, missingForGo } from './go';

testLanguage('Go', missingForGo(), 'app.go', installedInGo);
